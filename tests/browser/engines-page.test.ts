import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createPocketSphinxEngine } from '@plume/speech'
import { createWorkerRegistry } from '@plume/storage'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from '../support/barriers.ts'
import { brokenWorker } from '../support/broken-worker.ts'
import { findChromium, openBrowser } from '../support/browser.ts'
import { Client } from '../support/client.ts'
import { type House, startHouse } from '../support/house.ts'
import { makePeople, password } from '../support/people.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sample = fileURLToPath(new URL('../../samples/chest-xray.wav', import.meta.url))
const chromiumPath = await findChromium()
const engine = await createPocketSphinxEngine()
const ready = chromiumPath !== null && !('unavailable' in engine)

let database: TestDatabase
let house: House
let administrator: Page
const closing: (() => Promise<unknown>)[] = []
const pageErrors: string[] = []

beforeAll(async () => {
  if (!ready) return
  const vite = `${root}services/web/node_modules/.bin/vite`
  await promisify(execFile)(vite, ['build', '--logLevel', 'error'], { cwd: `${root}services/web` })
  database = await createTestDatabase()
  closing.push(() => database.close())
  await makePeople(database.database)
  house = await startHouse({ databaseUrl: database.url })
  closing.push(() => house.close())
  administrator = await newPage()
})
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

async function newPage(): Promise<Page> {
  const browser = await openBrowser(chromiumPath ?? '')
  closing.push(() => browser.close())
  browser.context.on('weberror', (event) => pageErrors.push(event.error().message))
  return browser.context.pages()[0] ?? (await browser.context.newPage())
}

async function signIn(page: Page, login: string, path = ''): Promise<void> {
  await page.goto(house.origin + path)
  await page.getByLabel('Login').fill(login)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

const workerNamed = (name: string | RegExp) => administrator.getByRole('region', { name })

describe.runIf(ready)('the engines page', () => {
  test('is reached by keyboard from the header, and says what to do where no worker runs', async () => {
    await signIn(administrator, 'administrator')
    await administrator.getByRole('link', { name: 'Engines' }).focus()
    await administrator.keyboard.press('Enter')
    await administrator.getByRole('heading', { name: 'Speech engines' }).waitFor()
    await administrator.locator('main').getByText('No worker is running').waitFor()
    await administrator.getByText('no engine is ready').first().waitFor()
    expect(await barriersOn(administrator)).toEqual([])
  })

  test('shows a worker that starts, by itself: its machine, its engine, and what that is for', async () => {
    house.startWorker()
    const language = administrator.locator('.engine-languages').getByText('English')
    await language.waitFor({ timeout: 60_000 })
    const table = administrator.getByRole('table')
    await table.getByText('Demonstration engine: not for clinical use').waitFor()
    expect(await table.textContent()).toMatch(/pocketsphinx en-us.*× real time.*200\sMB/)
    await administrator.getByText('begins at once').waitFor()
    expect(await barriersOn(administrator)).toEqual([])
  })

  test('shows how fast a dictation was recognised', async () => {
    const doctor = new Client(house.origin)
    await doctor.signIn('doctor', password)
    await doctor.upload(sample, { template: 'chest-xray', priority: 'stat' })
    await administrator.getByText(/the last recognition/).waitFor({ timeout: 60_000 })
  })

  test('tells what is wrong: an engine of noise, a damaged model, a slow processor, silence', async () => {
    const registry = createWorkerRegistry(database.database)
    await registry.announce({ id: 'old-1', engines: [], languages: [] }, brokenWorker)
    await sql`update workers set seen_at = now() - interval '3 hours' where id = 'old-1'`.execute(
      database.database.db,
    )
    const broken = workerNamed('old-machine')
    await broken.getByText('Not heard from for 3 h').waitFor({ timeout: 30_000 })
    await broken.getByText('It did not hear the words of the test clip.').waitFor()
    await broken.getByText(/whisper-base is damaged and not used/).waitFor()
    await broken.getByText(/no AVX2/).waitFor()
    await broken.getByText(/slower than speech/).waitFor()
    expect(await barriersOn(administrator)).toEqual([])
  })

  test('speaks French to whoever asks for it', async () => {
    await administrator.getByText('Français', { exact: true }).first().click()
    await administrator.getByRole('heading', { name: 'Moteurs de reconnaissance' }).waitFor()
    await administrator.getByText(/Sans nouvelles depuis/).waitFor()
    expect(await barriersOn(administrator)).toEqual([])
  })

  test('is for administrators: others have no link, and the address refuses them', async () => {
    const secretary = await newPage()
    await signIn(secretary, 'secretary', '/engines')
    await secretary.getByRole('alert').waitFor()
    expect(await secretary.getByRole('link', { name: 'Engines' }).count()).toBe(0)
    expect(await secretary.getByRole('table').count()).toBe(0)
  })

  test('no page had an error', () => {
    expect(pageErrors).toEqual([])
  })
})
test.skipIf(ready)('SKIPPED: needs chromium and PocketSphinx', () => {})
