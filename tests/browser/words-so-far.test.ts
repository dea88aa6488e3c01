import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../support/a-wav.ts'
import { barriersOn } from '../support/barriers.ts'
import { findChromium, openBrowser } from '../support/browser.ts'
import { Client } from '../support/client.ts'
import { type House, startHouse, until } from '../support/house.ts'
import { makePeople, password } from '../support/people.ts'
import { createTestDatabase } from '../support/test-database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const chromiumPath = await findChromium()
/** A word for each piece of a recording, a piece every half second. */
const scripted = { SCRIPTED_MS: '500', SCRIPTED_PIECES: 'numbered' }

let house: House
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  if (chromiumPath === null) return
  const vite = `${root}services/web/node_modules/.bin/vite`
  await promisify(execFile)(vite, ['build', '--logLevel', 'error'], { cwd: `${root}services/web` })
  const database = await createTestDatabase()
  closing.push(() => database.close())
  await makePeople(database.database)
  house = await startHouse({
    databaseUrl: database.url,
    extra: { PLUME_WORKER_CONCURRENCY: '1' },
  })
  closing.push(() => house.close())
})
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

describe.runIf(chromiumPath)('while a long dictation is recognised', () => {
  test('its words grow on the screen, in place, without taking the focus, and stay at the end', async () => {
    const worker = house.startWorker('tests/support/dying-worker.ts', scripted)
    await until(async () => (worker.output().includes('worker ready') ? true : null))
    const browser = await openBrowser(chromiumPath ?? '')
    closing.push(() => browser.close())
    const page = await browser.context.newPage()
    await page.goto(house.origin)
    await page.getByLabel('Login').fill('secretary')
    await page.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Worklist' }).waitFor()

    const client = new Client(house.origin)
    await client.signIn('secretary', password)
    await client.upload(aWav(1, 5 * 60), { author: 'doctor', template: 'chest-xray' })
    await page.getByRole('button', { name: /words heard so far/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('piece0', { exact: true }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'))
    await dialog.getByText('piece3', { exact: true }).waitFor()
    expect(await focused()).toBe('dialog')
    expect(await dialog.getByText('Nothing here is the report').isVisible()).toBe(true)
    expect(await dialog.locator('[aria-live=polite]').count()).toBe(1)
    expect(await barriersOn(page)).toEqual([])

    await dialog.getByText('Recognition has ended').waitFor()
    expect(await dialog.getByText('piece3', { exact: true }).isVisible()).toBe(true)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('row').getByText('Draft', { exact: true }).waitFor()
  })
})
test.skipIf(chromiumPath)('SKIPPED without Chromium: words so far', () => {})
