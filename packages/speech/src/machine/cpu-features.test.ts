import { expect, test } from 'vitest'
import { cpuFeaturesOfThisMachine, describeCpu, flagsIn } from './cpu-features.ts'

const server = 'fpu vme sse4_2 avx f16c fma avx2 avx512f avx512bw'
const x64 = { cpu: 'A processor', architecture: 'x64' }

test('names the features that engines use, and no other', () => {
  expect(describeCpu({ ...x64, words: server })).toEqual({
    cpu: 'A processor',
    features: ['avx', 'avx2', 'avx512', 'f16c', 'fma'],
    hasAvx2: true,
  })
})

test('a processor without AVX2 is told apart from one that nobody knows', () => {
  expect(describeCpu({ ...x64, words: 'fpu sse4_2 avx' }).hasAvx2).toBe(false)
  expect(describeCpu({ ...x64, words: null }).hasAvx2).toBeNull()
})

test('a feature is not taken for one whose name begins alike', () => {
  expect(describeCpu({ ...x64, words: 'avx2x avx512bw' }).features).toEqual([])
})

test('ARM has NEON, and AVX2 is no question there', () => {
  const arm = describeCpu({ cpu: 'unknown', architecture: 'arm64', words: 'fp asimd crc32' })
  expect(arm).toEqual({ cpu: 'arm64', features: ['neon'], hasAvx2: null })
})

test('reads macOS’s own names', () => {
  const words = 'FPU AVX1.0 F16C FMA\nAVX2 BMI1'
  expect(describeCpu({ ...x64, words }).features).toEqual(['avx', 'avx2', 'f16c', 'fma'])
})

test.each([
  ['x86', 'processor\t: 0\nmodel name\t: A\nflags\t\t: fpu avx2\n', 'fpu avx2'],
  ['ARM', 'processor\t: 0\nFeatures\t: fp asimd\n', 'fp asimd'],
  ['none', 'processor\t: 0\nvmx flags\t: vnmi\n', null],
])('finds the line of %s', (_what, cpuinfo, flags) => {
  expect(flagsIn(cpuinfo)).toBe(flags)
})

test('says something of the machine it runs on', async () => {
  expect((await cpuFeaturesOfThisMachine()).cpu).not.toBe('')
})
