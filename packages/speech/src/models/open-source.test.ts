import { expect, test } from 'vitest'
import { orRefusal } from './model-refusal.ts'
import { requireAllowed } from './open-source.ts'

const allowed = async (url: string, start: string | null) =>
  orRefusal(async () => {
    requireAllowed(new URL(url), start === null ? null : new URL(start))
    return 'allowed'
  })

test.each([
  ['https://a.example/x', null],
  ['http://mirror.local:8080/x', null],
  ['https://cdn.example/x', 'https://a.example/'],
  ['https://cdn.example/x', 'http://mirror.local/'],
  ['http://mirror.local/y', 'http://mirror.local/x'],
])('%s is fetched from %s', async (url, start) => {
  expect(await allowed(url, start)).toBe('allowed')
})

test.each([
  ['http://a.example/x', 'https://a.example/'],
  ['http://other.local/x', 'http://mirror.local/'],
  ['http://mirror.local:81/x', 'http://mirror.local/'],
  ['file:///etc/passwd', 'https://a.example/'],
  ['data:text/plain,x', null],
])('%s is not fetched from %s', async (url, start) => {
  expect(await allowed(url, start)).toMatchObject({ refused: 'source-not-allowed' })
})
