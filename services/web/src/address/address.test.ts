import { describe, expect, it } from 'vitest'
import { type Address, everything, formatAddress, parseAddress } from './address.ts'

const reportId = '0b54b3c6-6d4c-4b8e-9b3e-2f5b8f0c1a11'

function parse(text: string): Address {
  const url = new URL(text, 'http://plume.example')
  return parseAddress(url)
}

describe('addresses', () => {
  it.each<Address>([
    { page: 'worklist', filter: everything },
    { page: 'worklist', filter: { state: 'draft', priority: 'stat', authorId: 'a-1', page: 3 } },
    { page: 'worklist', filter: { ...everything, state: 'needs-decoder' } },
    { page: 'review', reportId },
    { page: 'engines' },
    { page: 'macros' },
    { page: 'correspondents' },
  ])('reads back what it writes: $page', (address) => {
    expect(parse(formatAddress(address))).toEqual(address)
  })

  it.each(['/?state=nonsense&priority=<script>&page=-2', '/?page=1.5', '/?page='])(
    'reads %s as the whole worklist',
    (text) => {
      expect(parse(text)).toEqual({ page: 'worklist', filter: everything })
    },
  )

  it.each(['/reports/', '/reports/../../etc', '/nothing', '/reports/1'])(
    'leads %s nowhere',
    (text) => {
      expect(parse(text)).toEqual({ page: 'nowhere' })
    },
  )
})
