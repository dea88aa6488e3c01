import type { CorrespondentsReply } from '@plume/contracts'
import { useEffect, useState } from 'react'
import { createScope } from '../scope.ts'
import { type Loaded, useLoaded } from '../server/use-loaded.ts'
import { useServer } from '../server/use-server.tsx'

/** A pause in typing is the end of a word. */
const pauseMs = 200

/** Those whom a search finds, asked for again when typing pauses or `changes` grows. */
export function useFoundCorrespondents(
  query: string,
  options: { readonly pageSize: number; readonly changes?: number },
): Loaded<CorrespondentsReply> {
  const server = useServer()
  const [search, setSearch] = useState(query)
  useEffect(() => {
    const scope = createScope()
    scope.after(pauseMs, () => setSearch(query))
    return () => scope.dispose()
  }, [query])
  const { pageSize, changes = 0 } = options
  return useLoaded(`${changes} ${search}`, () => server.searchCorrespondents({ search, pageSize }))
}
