import {
  type AddressLetterBody,
  type ChooseTemplateBody,
  type DecideFindingBody,
  decideFindingReply,
  findingsReply,
  type MakeLetterBody,
  reportReply,
  reportStateReply,
  type SaveTextBody,
  versionsReply,
} from '@plume/contracts'
import { printPath } from '../print/print-kinds.ts'
import type { CallServer } from './call-server.ts'

/** What the workstation asks of one report. */
export function reportCalls(call: CallServer) {
  const changeReport = (id: string, change: string, json?: object) =>
    call({
      method: 'POST',
      path: `/api/reports/${id}/${change}`,
      reads: reportStateReply,
      ...(json ? { json } : {}),
    })

  return {
    report: (id: string) => call({ method: 'GET', path: `/api/reports/${id}`, reads: reportReply }),
    printPath,
    reportPath: (id: string, format: 'html' | 'txt' | 'pdf' | 'docx') =>
      `/api/reports/${id}?format=${format}`,
    reportVersions: (id: string) =>
      call({ method: 'GET', path: `/api/reports/${id}/versions`, reads: versionsReply }),
    reportVersion: (id: string, number: number) =>
      call({ method: 'GET', path: `/api/reports/${id}/versions/${number}`, reads: reportReply }),
    claimReport: (id: string, takeOver: boolean) => changeReport(id, 'claim', { takeOver }),
    releaseReport: (id: string) =>
      call({ method: 'DELETE', path: `/api/reports/${id}/claim`, reads: reportStateReply }),
    reportFindings: (id: string) =>
      call({ method: 'GET', path: `/api/reports/${id}/findings`, reads: findingsReply }),
    decideFinding: (id: string, body: DecideFindingBody) =>
      call({
        method: 'POST',
        path: `/api/reports/${id}/findings/decisions`,
        reads: decideFindingReply,
        json: body,
      }),
    saveText: (id: string, body: SaveTextBody) =>
      call({ method: 'PUT', path: `/api/reports/${id}/text`, reads: reportStateReply, json: body }),
    chooseTemplate: (id: string, body: ChooseTemplateBody) =>
      call({
        method: 'PUT',
        path: `/api/reports/${id}/template`,
        reads: reportStateReply,
        json: body,
      }),
    finaliseReport: (id: string, version: number) => changeReport(id, 'finalise', { version }),
    reopenReport: (id: string, version: number) => changeReport(id, 'reopen', { version }),
    signReport: (id: string, version: number) => changeReport(id, 'sign', { version }),
    makeLetter: (id: string, wish: MakeLetterBody) => changeReport(id, 'letters', wish),
    addressLetter: (id: string, wish: AddressLetterBody) =>
      call({
        method: 'PUT',
        path: `/api/reports/${id}/addressees`,
        reads: reportStateReply,
        json: wish,
      }),
    addAddendum: (id: string, version: number, text: string) =>
      changeReport(id, 'addenda', { version, text }),
  }
}
