import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { lastRoundKey } from './aes-last-round-key.ts'
import { createBlockDecryption, createBlockEncryption } from './decrypt-blocks.ts'

/** Examples of FIPS 197, appendix A.1 and A.3: the last four words of the expansion. */
test.each([
  ['2b7e151628aed2a6abf7158809cf4f3c', 'd014f9a8c9ee2589e13f0cc8b6630ca6'],
  [
    '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4',
    'fe4890d1e6188d0b046df344706c631e',
  ],
])('the schedule of %s ends as the standard says', (key, last) => {
  expect(Buffer.from(lastRoundKey(Buffer.from(key, 'hex'))).toString('hex')).toBe(last)
})

const salt = Uint8Array.from({ length: 16 }, (_, n) => n * 3)
const plain = Uint8Array.from({ length: 512 }, (_, n) => (n * n) % 251)

test.each(['aes-128', 'aes-256'] as const)('gives back what was encrypted with %s', (mode) => {
  const { check, encrypt } = createBlockEncryption({ mode, salt }, 'secret')
  const decrypt = createBlockDecryption({ mode, salt, check }, 'secret')
  const block = Uint8Array.from(plain)
  for (const _ of ['first block', 'second block']) {
    encrypt(block)
    expect(block).not.toEqual(plain)
    decrypt?.(block)
    expect(block).toEqual(plain)
  }
})

/** Both were read by a second decoder, which gave the vendor's own sound for real files. */
test.each([
  ['aes-128', 'c7f3c363ee39d7253d77668973d50ad00e3dec0a80e3a1f4504d6aec7a7fa546'],
  ['aes-256', 'b31e5bce921ed72a71dda0be03b1786807139a56ec41e4739711ad105c4b5530'],
] as const)('encrypts an empty block with %s as it always did', (mode, hash) => {
  const block = new Uint8Array(512)
  createBlockEncryption({ mode, salt }, 'secret').encrypt(block)
  expect(createHash('sha256').update(block).digest('hex')).toBe(hash)
})

test('leaves the first six bytes of a block and the last ten as they are', () => {
  const block = Uint8Array.from(plain)
  createBlockEncryption({ mode: 'aes-256', salt }, 'secret').encrypt(block)
  expect(block.subarray(0, 6)).toEqual(plain.subarray(0, 6))
  expect(block.subarray(502)).toEqual(plain.subarray(502))
})

test('gives each piece of a block a key of its own', () => {
  const block = new Uint8Array(512)
  createBlockEncryption({ mode: 'aes-128', salt }, 'secret').encrypt(block)
  const pieces = Array.from({ length: 31 }, (_, n) =>
    String(block.subarray(6 + n * 16, 22 + n * 16)),
  )
  expect(new Set(pieces).size).toBe(31)
})

test.each(['', 'Secret', 'secret ', '1234'])('refuses the password %j', (wrong) => {
  const { check } = createBlockEncryption({ mode: 'aes-128', salt }, 'secret')
  expect(createBlockDecryption({ mode: 'aes-128', salt, check }, wrong)).toBeNull()
})

test('takes sixteen bytes of a password, as the recorders do', () => {
  const { check } = createBlockEncryption({ mode: 'aes-128', salt }, '0123456789abcdef')
  expect(
    createBlockDecryption({ mode: 'aes-128', salt, check }, '0123456789abcdef!'),
  ).not.toBeNull()
})
