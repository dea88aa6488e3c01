import { importMacrosReply, macroSchema, macrosReply, type PutMacroBody } from '@plume/contracts'
import { type CallServer, nothing } from './call-server.ts'

/** What the workstation asks about macros; `authorId` null is the site. */
export function macroCalls(call: CallServer) {
  return {
    macros: (authorId: string | null) =>
      call({
        method: 'GET',
        path: authorId === null ? '/api/macros' : `/api/macros?author=${authorId}`,
        reads: macrosReply,
      }),
    putMacro: (id: string, macro: PutMacroBody) =>
      call({ method: 'PUT', path: `/api/macros/${id}`, reads: macroSchema, json: macro }),
    removeMacro: (id: string) =>
      call({ method: 'DELETE', path: `/api/macros/${id}`, reads: nothing }),
    macrosFilePath: (authorId: string | null) =>
      authorId === null ? '/api/macros/file' : `/api/macros/file?author=${authorId}`,
    importMacros: (authorId: string | null, content: string) =>
      call({
        method: 'POST',
        path: '/api/macros/file',
        reads: importMacrosReply,
        json: { authorId, content },
      }),
  }
}
