import {
  correspondentSchema,
  correspondentsReply,
  type PutCorrespondentBody,
  type SearchCorrespondentsBody,
} from '@plume/contracts'
import { type CallServer, nothing } from './call-server.ts'

/** What the workstation asks of the directory. */
export function correspondentCalls(call: CallServer) {
  return {
    searchCorrespondents: (search: SearchCorrespondentsBody) =>
      call({
        method: 'POST',
        path: '/api/correspondents/search',
        reads: correspondentsReply,
        json: search,
      }),
    putCorrespondent: (id: string, correspondent: PutCorrespondentBody) =>
      call({
        method: 'PUT',
        path: `/api/correspondents/${id}`,
        reads: correspondentSchema,
        json: correspondent,
      }),
    removeCorrespondent: (id: string) =>
      call({ method: 'DELETE', path: `/api/correspondents/${id}`, reads: nothing }),
  }
}
