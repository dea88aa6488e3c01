import { refuse } from './model-refusal.ts'

const mostRedirects = 5

/** 404 and the like will not pass by waiting; these may (RFC 9110, 15.5.9, 15.6; RFC 6585, 4). */
const passing = new Set([408, 429, 500, 502, 503, 504])

/**
 * Opens an address for reading and follows redirects, but never from https to http, and from a
 * mirror in the clear only to where it says itself or to https.
 */
export async function openSource(
  start: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  let url = start
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetch(url, { headers, signal, redirect: 'manual' })
    const target = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || target === null) {
      return await requireUsable(response, url)
    }
    await response.body?.cancel()
    const next = new URL(target, url)
    requireAllowed(next, start)
    url = next
  }
  return refuse('source-unreachable', `${start.host} redirects more than ${mostRedirects} times`)
}

/** http is for a mirror that somebody named, in their own network; the hash is checked all the same. */
export function requireAllowed(url: URL, start: URL | null): void {
  if (url.protocol === 'https:') return
  if (url.protocol === 'http:' && (start === null || start.origin === url.origin)) return
  refuse('source-not-allowed', `${url.protocol}//${url.host} is not https`)
}

async function requireUsable(response: Response, url: URL): Promise<Response> {
  const { status } = response
  if (status === 200 || status === 206 || status === 416) return response
  await response.body?.cancel()
  if (passing.has(status)) throw new Error(`it answered ${status}`)
  return refuse('source-unreachable', `${url.host} answered ${status} for ${url.pathname}`)
}
