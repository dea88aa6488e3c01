import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { FindingReply } from '@plume/contracts'
import type { Page } from 'playwright-core'
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
/** A misheard drug, a number that may be two, and an abbreviation that has hurt people. */
const spoken =
  'findings colon the left kidney is normal period give metprolole fifty sixty two milligrams daily period impression colon ramipril 5 mg OD period'

let house: House
let client: Client
let page: Page
let reportId: string
const closing: (() => Promise<unknown>)[] = []
const pageErrors: string[] = []

beforeAll(async () => {
  if (chromiumPath === null) return
  const vite = `${root}services/web/node_modules/.bin/vite`
  await promisify(execFile)(vite, ['build', '--logLevel', 'error'], { cwd: `${root}services/web` })
  const database = await createTestDatabase()
  closing.push(() => database.close())
  await makePeople(database.database)
  house = await startHouse({ databaseUrl: database.url })
  closing.push(() => house.close())
  house.startWorker('tests/support/dying-worker.ts', { SCRIPTED_MS: '1', SCRIPTED_TEXT: spoken })
  client = new Client(house.origin)
  await client.signIn('secretary', password)
  reportId = await aDraft(1)
  page = await signIn('secretary')
})
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

async function aDraft(seed: number): Promise<string> {
  const { body } = await client.upload(aWav(seed, 20), {
    author: 'doctor',
    template: 'chest-xray',
    patient: { id: 'MRN-7' },
  })
  return until(async () => (await client.dictation(body.id)).report?.id ?? null)
}

async function signIn(login: string): Promise<Page> {
  const browser = await openBrowser(chromiumPath ?? '')
  closing.push(() => browser.close())
  browser.context.on('weberror', (event) => pageErrors.push(event.error().message))
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto(house.origin)
  await page.getByLabel('Login').fill(login)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Worklist' }).waitFor()
  return page
}

const selected = () => page.evaluate(() => String(getSelection()))
const marked = () => page.locator('.ProseMirror .finding').allTextContents()
const textOf = async () =>
  (await client.report(reportId)).text.sections
    .flatMap(({ text }) => text.map((run) => run.text))
    .join('')
const findings = async () =>
  (await client.get<{ items: FindingReply[] }>(`/api/reports/${reportId}/findings`)).body.items

describe.runIf(chromiumPath)('what the writer doubted', () => {
  test('is marked in the text of the draft, and counted where everybody sees it', async () => {
    await page.goto(`${house.origin}/reports/${reportId}`)
    await page.getByRole('button', { name: '3 to look at' }).waitFor()
    expect(await marked()).toEqual(['metprolole', 'fifty sixty two', 'OD'])
    await page.getByRole('tab', { name: /Checks 3/ }).waitFor()
    await page.getByRole('button', { name: /^Take/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Report text' }).waitFor()
    await page.getByRole('button', { name: '3 to look at' }).waitFor()
  })

  test('is gone through by keyboard, the worst first, and heard', async () => {
    await page.keyboard.press('Alt+N')
    await expect.poll(selected).toBe('metprolole')
    const sound = () => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0)
    await expect.poll(sound).toBeGreaterThan(0.05)
    const panel = page.getByRole('tabpanel', { name: /Checks/ })
    await panel.locator('[aria-current=true]', { hasText: 'Perhaps misheard' }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await page.keyboard.press('Alt+N')
    await expect.poll(selected).toBe('fifty sixty two')
    await page.keyboard.press('Alt+Shift+N')
    await expect.poll(selected).toBe('metprolole')
  })

  test('is written as proposed with one key, as typed by the secretary over the words that were said', async () => {
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('button', { name: '2 to look at' }).waitFor()
    await page.getByText('Saved, version 2').waitFor()
    expect(await textOf()).toContain('Give metoprolol fifty sixty two')
    const run = (await client.report(reportId)).text.sections
      .flatMap(({ text }) => text)
      .find(({ text }) => text.includes('metoprolol'))
    expect(run?.source).toMatchObject({ kind: 'typed', over: { from: 9, to: 10 } })
    expect(await findings()).toContainEqual(
      expect.objectContaining({
        kind: 'misheard-term',
        state: 'edited',
        decision: expect.objectContaining({ verdict: 'taken', byName: 'Test secretary' }),
      }),
    )
  })

  test('is open again when that is undone, and settled when it is done again', async () => {
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '3 to look at' }).waitFor()
    await page.keyboard.press('Control+y')
    await page.getByRole('button', { name: '2 to look at' }).waitFor()
  })

  test('is found right with a key, by whoever looked, and may be opened again', async () => {
    await page.keyboard.press('Alt+N')
    await expect.poll(selected).toBe('fifty sixty two')
    await page.keyboard.press('Alt+K')
    await page.getByRole('button', { name: '1 to look at' }).waitFor()
    await page.getByText(/Found right by Test secretary/).waitFor()
    expect(await marked()).toEqual(['OD'])
    await page.keyboard.press('Alt+K')
    await page.getByRole('button', { name: '2 to look at' }).waitFor()
    expect(await findings()).toContainEqual(
      expect.objectContaining({ kind: 'ambiguous-number', state: 'open' }),
    )
  })

  test('is asked about once before the report is finalised', async () => {
    await page.keyboard.press('Control+Enter')
    const question = page.getByRole('alertdialog')
    await question.getByText('2 points that could do serious harm').waitFor()
    expect(await barriersOn(page)).toEqual([])
    await question.getByRole('button', { name: 'Look first' }).click()
    await expect.poll(selected).toBe('OD')
  })

  test('a click on a lint in the panel goes to its words, and it is found right like the others', async () => {
    const panel = page.getByRole('tabpanel', { name: /Checks/ })
    await panel.getByRole('button', { name: /One number or several/ }).click()
    await expect.poll(selected).toBe('fifty sixty two')
    await panel.getByRole('button', { name: /Dangerous abbreviation/ }).click()
    await expect.poll(selected).toBe('OD')
    await page.keyboard.press('Alt+K')
    await page.getByRole('button', { name: '1 to look at' }).waitFor()
    expect(await findings()).toContainEqual(
      expect.objectContaining({ origin: 'lint', text: 'OD', state: 'looked-at' }),
    )
  })

  test('is settled by typing over its words, and then nothing is asked', async () => {
    await page.keyboard.press('Alt+N')
    await expect.poll(selected).toBe('fifty sixty two')
    await page.keyboard.type('50')
    await expect.poll(marked).toEqual([])
    await page.keyboard.press('Control+s')
    await expect
      .poll(async () => (await findings()).map(({ state }) => state))
      .toEqual(['looked-at', 'edited', 'edited'])
    expect(await page.getByRole('button', { name: /to look at/ }).count()).toBe(0)
  })

  test('speaks French to whoever asks for it', async () => {
    await page.getByText('Français').click()
    await page.getByRole('heading', { name: 'À vérifier' }).waitFor()
    await page.getByText(/Réglés\s: 3/).waitFor()
    expect(await barriersOn(page)).toEqual([])
  })
})

const findingsOfAnyReport = '**/api/reports/*/findings'

/** Keeps the page from the findings until they are let through. */
async function holdFindings(on: Page): Promise<() => Promise<void>> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await on.route(findingsOfAnyReport, async (route) => {
    await held
    await route.continue()
  })
  return async () => {
    release()
    await on.unrouteAll({ behavior: 'wait' })
  }
}

describe.runIf(chromiumPath)('what is not known yet, or cannot be', () => {
  let doubtful: string
  let doctor: Page
  const question = () => page.getByRole('alertdialog')
  const waiting = () => page.getByRole('status').getByText('Loading what is to be looked at…')
  const openToWrite = async (id: string) => {
    await page.goto(`${house.origin}/reports/${id}`)
    await page.getByRole('textbox', { name: 'Report text' }).waitFor()
  }
  const askToSign = async (id: string) => {
    await doctor.goto(`${house.origin}/reports/${id}`)
    await doctor.getByRole('button', { name: /^Sign(?! out)/ }).click()
    return doctor.getByRole('dialog')
  }
  beforeAll(async () => {
    await page.getByText('English').click()
    doubtful = await aDraft(2)
    await client.send('POST', `/api/reports/${doubtful}/claim`, {})
    doctor = await signIn('doctor')
  })

  test('is waited for before a report is finalised, and the page says so', async () => {
    const letThrough = await holdFindings(page)
    await openToWrite(doubtful)
    await page.keyboard.press('Control+Enter')
    await waiting().waitFor()
    expect(await question().count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Finalise/ }).isDisabled()).toBe(true)
    await letThrough()
    await question().getByText('3 points that could do serious harm').waitFor()
    expect(await waiting().count()).toBe(0)
    await question().getByRole('button', { name: 'Look first' }).click()
    await expect.poll(selected).toBe('metprolole')
  })

  test('is waited for a few seconds at most, then asked about, and counted if it comes after all', async () => {
    const letThrough = await holdFindings(page)
    await openToWrite(doubtful)
    await page.keyboard.press('Control+Enter')
    await question().getByText('could not be loaded').waitFor({ timeout: 10_000 })
    await question().getByText('One point that could do serious harm').waitFor()
    await letThrough()
    await question().getByText('3 points that could do serious harm').waitFor()
    expect(await question().getByText('could not be loaded').count()).toBe(0)
    await question().getByRole('button', { name: 'Look first' }).click()
  })

  test('is asked about even if there is no lint', async () => {
    await page.route(findingsOfAnyReport, (route) => route.abort())
    await openToWrite(doubtful)
    await page.keyboard.press('Alt+N')
    await expect.poll(selected).toBe('OD')
    await page.keyboard.type('once daily')
    await expect.poll(marked).toEqual([])
    await page.keyboard.press('Control+Enter')
    await question().getByText('could not be loaded').waitFor()
    expect(await question().getByText('serious harm').count()).toBe(0)
    expect(await barriersOn(page)).toEqual([])
    await question().getByRole('button', { name: 'Cancel' }).click()
    await page.keyboard.type(' for a nodule of .5 cm')
    await expect.poll(marked).toEqual(['.5'])
    await page.keyboard.press('Control+Enter')
    await question().getByRole('button', { name: 'Finalise all the same' }).click()
    await page.getByText(/finalised and waits/).waitFor()
    await page.unrouteAll()
  })

  test('is asked for again by itself once the server can be reached', async () => {
    await page.route(findingsOfAnyReport, (route) => route.abort())
    await openToWrite(reportId)
    await page.keyboard.press('Alt+C')
    const panel = page.getByRole('tabpanel', { name: /Checks/ })
    // What was looked at already is not known to be either.
    await panel.getByRole('alert').waitFor()
    await panel.getByRole('button', { name: /Dangerous abbreviation/ }).waitFor()
    await page.unrouteAll()
    await panel.getByText('Nothing stands out').waitFor()
    expect(await panel.getByRole('alert').count()).toBe(0)
  })

  test('stops nobody where it proves to be nothing', async () => {
    const letThrough = await holdFindings(page)
    await openToWrite(reportId)
    await page.keyboard.press('Control+Enter')
    await waiting().waitFor()
    await letThrough()
    await page.getByText(/finalised and waits/).waitFor()
  })

  test('is counted by severity before the signature, which waits for the count', async () => {
    const letThrough = await holdFindings(doctor)
    const dialog = await askToSign(doubtful)
    await dialog.getByText('Loading what is to be looked at…').waitFor()
    const sign = dialog.getByRole('button', { name: 'Sign the report' })
    expect(await sign.isDisabled()).toBe(true)
    await letThrough()
    await dialog.getByText('3 to look at').waitFor()
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual(['Serious2', 'Moderate1'])
    expect(await sign.isDisabled()).toBe(false)
    expect(await barriersOn(doctor)).toEqual([])
  })

  test('is said before the signature to be missing, beside the lints', async () => {
    await doctor.route(findingsOfAnyReport, (route) => route.abort())
    const dialog = await askToSign(doubtful)
    await dialog.getByText('could not be loaded').waitFor()
    await dialog.getByText('1 to look at').waitFor()
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual(['Moderate1'])
    await doctor.unrouteAll()
  })

  test('is one quiet line before the signature where nothing is open', async () => {
    const dialog = await askToSign(reportId)
    await dialog.getByText('Nothing stands out.').waitFor()
    expect(await dialog.getByRole('listitem').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Sign the report' }).click()
    await doctor.getByText(/Signed by Test doctor/).waitFor()
  })

  test('no page had an error, and no log line holds the words', () => {
    expect(pageErrors).toEqual([])
    expect(house.allOutput()).not.toMatch(/metprolole|ramipril/i)
  })
})
test.skipIf(chromiumPath)('SKIPPED without Chromium: findings', () => {})
