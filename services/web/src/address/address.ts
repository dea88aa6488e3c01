import { type DictationReply, type ReportStatusName, sideRooms } from '@plume/contracts'

/** What the worklist can be narrowed to: a state of the dictation, or of its report. */
export const stateFilters = [
  'draft',
  'in-review',
  'finalised',
  'signed',
  'addended',
  'queued',
  'transcribing',
  ...sideRooms,
] as const
export type StateFilter = (typeof stateFilters)[number] &
  (ReportStatusName | DictationReply['status'])

export const priorities = ['stat', 'urgent', 'routine'] as const
export type Priority = (typeof priorities)[number] & DictationReply['priority']

export type WorklistFilter = {
  readonly state: StateFilter | null
  readonly priority: Priority | null
  readonly authorId: string | null
  readonly page: number
}

/** Where a person is. Addresses hold ids and filters, never anything about a patient. */
export type Address =
  | { readonly page: 'worklist'; readonly filter: WorklistFilter }
  | { readonly page: 'review'; readonly reportId: string }
  | { readonly page: 'engines' }
  | { readonly page: 'macros' }
  | { readonly page: 'correspondents' }
  | { readonly page: 'nowhere' }

export const everything: WorklistFilter = { state: null, priority: null, authorId: null, page: 1 }
export const worklistAddress: Address = { page: 'worklist', filter: everything }
export const enginesAddress: Address = { page: 'engines' }
export const macrosAddress: Address = { page: 'macros' }
export const correspondentsAddress: Address = { page: 'correspondents' }

/** Pages without anything to say but their name. */
const plainPages = ['engines', 'macros', 'correspondents'] as const

export function parseAddress(url: { readonly pathname: string; readonly search: string }): Address {
  if (url.pathname === '/') return { page: 'worklist', filter: parseFilter(url.search) }
  const plain = plainPages.find((page) => url.pathname.replace(/\/$/, '') === `/${page}`)
  if (plain) return { page: plain }
  const reportId = /^\/reports\/([0-9a-fA-F-]{36})\/?$/.exec(url.pathname)?.[1]
  return reportId ? { page: 'review', reportId } : { page: 'nowhere' }
}

export function formatAddress(address: Address): string {
  switch (address.page) {
    case 'review':
      return `/reports/${address.reportId}`
    case 'worklist':
      return `/${formatFilter(address.filter)}`
    case 'engines':
    case 'macros':
    case 'correspondents':
      return `/${address.page}`
    case 'nowhere':
      return '/'
  }
}

function parseFilter(search: string): WorklistFilter {
  const query = new URLSearchParams(search)
  const page = Number(query.get('page') ?? '1')
  return {
    state: oneOf(stateFilters, query.get('state')),
    priority: oneOf(priorities, query.get('priority')),
    authorId: query.get('author'),
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  }
}

function formatFilter(filter: WorklistFilter): string {
  const query = new URLSearchParams()
  if (filter.state) query.set('state', filter.state)
  if (filter.priority) query.set('priority', filter.priority)
  if (filter.authorId) query.set('author', filter.authorId)
  if (filter.page > 1) query.set('page', String(filter.page))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The matching member of `names`, or null. */
export function oneOf<Name extends string>(
  names: readonly Name[],
  text: string | null | undefined,
): Name | null {
  return names.find((name) => name === text) ?? null
}
