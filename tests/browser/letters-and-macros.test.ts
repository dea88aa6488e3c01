import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aReportText } from '../../packages/records/src/report/report-makers.ts'
import { aSignedReport, aStoredReport } from '../support/a-stored-report.ts'
import { barriersOn } from '../support/barriers.ts'
import { findChromium, openBrowser } from '../support/browser.ts'
import { Client } from '../support/client.ts'
import { type House, startHouse } from '../support/house.ts'
import { makePeople, password } from '../support/people.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const chromiumPath = await findChromium()

let house: House
let database: TestDatabase
let people: Awaited<ReturnType<typeof makePeople>>
let page: Page
let client: Client
const closing: (() => Promise<unknown>)[] = []
const pageErrors: string[] = []

beforeAll(async () => {
  if (chromiumPath === null) return
  const vite = `${root}services/web/node_modules/.bin/vite`
  await promisify(execFile)(vite, ['build', '--logLevel', 'error'], { cwd: `${root}services/web` })
  database = await createTestDatabase()
  closing.push(() => database.close())
  people = await makePeople(database.database)
  house = await startHouse({ databaseUrl: database.url })
  closing.push(() => house.close())
  client = new Client(house.origin)
  await client.signIn('secretary', password)
  const browser = await openBrowser(chromiumPath)
  closing.push(() => browser.close())
  browser.context.on('weberror', (event) => pageErrors.push(event.error().message))
  page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto(house.origin)
  await page.getByLabel('Login').fill('secretary')
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Worklist' }).waitFor()
})
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

describe.runIf(chromiumPath !== null)('a secretary in a browser', () => {
  test('makes a macro with a preview, and finds it', async () => {
    await page.getByRole('link', { name: 'Macros' }).click()
    await page.getByRole('button', { name: 'New macro' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('No nodule')
    await dialog.getByLabel('Text').fill('No nodule on the {{side: left | right}}.')
    await dialog.getByText('[left | right]').waitFor()
    expect(await barriersOn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /No nodule/ }).waitFor()
    expect(await barriersOn(page)).toEqual([])
  })

  test('puts it into a report by keyboard, filled in, and its source stays', async () => {
    const { id } = await aStoredReport(database.database, people, { text: aReportText() })
    await page.goto(`${house.origin}/reports/${id}`)
    await page.getByRole('button', { name: /^Take/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Report text' }).getByText('Normal.').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+M')
    await page.getByRole('combobox', { name: 'Search macros' }).fill('nodu')
    await page.getByRole('option', { name: /No nodule/ }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'Insert' }).click()
    await page.getByText('Saved, version 2').waitFor()
    const { text } = await client.report(id)
    const last = text.sections.at(-1)?.text ?? []
    expect(last.map((run) => [run.text, run.source.kind])).toEqual([
      ['Normal.', 'dictated'],
      [' ', 'typed'],
      ['No nodule on the ', 'template'],
      ['right', 'typed'],
      ['.', 'template'],
    ])
  })

  test('puts a report into another template by keyboard, with what is in it', async () => {
    const [findings, ...rest] = aReportText().sections
    if (!findings) throw new Error('no section')
    const text = { ...aReportText(), sections: [{ ...findings, placed: 'cue' as const }, ...rest] }
    const { id } = await aStoredReport(database.database, people, { text })
    await page.goto(`${house.origin}/reports/${id}`)
    await page.getByText(/No heading was said/).waitFor()
    await page.getByRole('button', { name: /^Take/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Template/ }).waitFor()
    await page.keyboard.press('Alt+T')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Template').selectOption({ label: 'CT of the head, English (Canada)' })
    expect(await barriersOn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Put into this template' }).click()
    await page.getByRole('heading', { name: 'CT of the head' }).waitFor()
    const moved = (await client.report(id)).text
    expect(moved.template.id).toBe('ct-head')
    const words = JSON.stringify(moved)
    for (const run of text.sections.flatMap((section) => section.text)) {
      expect(words).toContain(JSON.stringify(run.text))
    }
  })

  test('puts a correspondent into the directory', async () => {
    await page.goto(`${house.origin}/correspondents`)
    await page.getByRole('button', { name: 'New correspondent' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title').fill('Dr.')
    await dialog.getByLabel('Given name').fill('Jane')
    await dialog.getByLabel('Family name, or name of the clinic').fill('Roe')
    await dialog.getByLabel('Address, as it is printed').fill('12 Elm Street\nMontreal QC  H2X 1Y4')
    expect(await barriersOn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /Dr. Jane Roe/ }).waitFor()
    expect(await barriersOn(page)).toEqual([])
  })

  test('makes a letter of a signed report by keyboard, changes how it begins, and finalises it', async () => {
    const { id } = await aSignedReport(database.database, people, { text: aReportText() })
    await page.goto(`${house.origin}/reports/${id}`)
    await page.getByRole('button', { name: /^Make a letter/ }).waitFor()
    await page.keyboard.press('Alt+L')
    await page.getByRole('combobox', { name: 'Search the directory' }).fill('roe')
    await page.getByRole('option', { name: /Jane Roe/ }).waitFor()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const addressees = dialog.getByRole('list', { name: 'Addressees' })
    await addressees.getByText('Dr. Jane Roe').waitFor()
    expect(await barriersOn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'New correspondent' }).click()
    const form = page.getByRole('dialog', { name: 'New correspondent' })
    await form.getByLabel('Family name, or name of the clinic').fill('Elm Clinic')
    await form.getByRole('button', { name: 'Save' }).click()
    await addressees.getByText('Elm Clinic').waitFor()
    await dialog.getByRole('button', { name: 'Make a letter' }).click()

    const salutation = page.getByText('Dear Dr. Roe:')
    await salutation.waitFor()
    await salutation.dblclick({ position: { x: 20, y: 10 } })
    await page.keyboard.type('Hello')
    await page.getByText('Saved, version 2').waitFor()
    expect(await barriersOn(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByText(/finalised and waits/).waitFor()

    const [letter] = (await client.report(id)).letters
    expect(letter).toMatchObject({ status: 'finalised', to: 'Dr. Jane Roe' })
    const { text } = await client.report(letter?.id ?? '')
    expect(text.recipients?.map(({ role, name }) => [role, name])).toEqual([
      ['to', 'Dr. Jane Roe'],
      ['copy', 'Elm Clinic'],
    ])
    expect(text.salutation?.map((run) => [run.text, run.source.kind])).toEqual([
      ['Hello', 'typed'],
      [' Dr. Roe:', 'context'],
    ])
    expect(text.sections).toEqual(aReportText().sections)
    await page.getByRole('link', { name: /Made of version 1/ }).click()
    await page.getByRole('link', { name: 'Letter to Dr. Jane Roe' }).waitFor()
    await page.goto(house.origin)
    await page.getByRole('row').getByText('Letter', { exact: true }).waitFor()
  })

  test('chooses reports in the worklist by keyboard and opens them for the printer', async () => {
    await page.goto(house.origin)
    const letter = page.getByRole('row').filter({ has: page.getByText('Letter', { exact: true }) })
    await letter.focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /^Print \(1\)/ }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await page.keyboard.press('Alt+I')
    await page.getByLabel('What is printed').selectOption('dl')
    const link = page.getByRole('link', { name: 'Open for printing' })
    const path = (await link.getAttribute('href')) ?? ''
    expect(path).not.toMatch(/Roe|MRN/)
    expect(await client.text(`${path}&format=html`)).toContain('Dr. Jane Roe')
    const [printed] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await printed.close()
  })

  test('opens a report with Enter, also while others are chosen, and keeps the choice to Space', async () => {
    await page.goto(house.origin)
    const letter = page.getByRole('row').filter({ has: page.getByText('Letter', { exact: true }) })
    await letter.focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /^Print \(1\)/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /Made of version 1/ }).waitFor()
  })

  test('says that a letter to nobody cannot be finalised', async () => {
    const text = { ...aReportText(), layout: 'letter' } as const
    const { id } = await aStoredReport(database.database, people, { text })
    await page.goto(`${house.origin}/reports/${id}`)
    await page.getByRole('button', { name: /^Take/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Report text' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/This letter has no addressee yet/).waitFor()
  })

  test('finds the same pages in French', async () => {
    await page.getByText('Français').click()
    for (const [link, title] of [
      ['Macros', 'Macros'],
      ['Correspondants', 'Correspondants'],
    ] as const) {
      await page.getByRole('link', { name: link }).click()
      await page.getByRole('heading', { name: title }).waitFor()
      await page.getByRole('row').nth(1).waitFor()
      expect(await barriersOn(page)).toEqual([])
    }
  })

  test('meets no error on any page', () => {
    expect(pageErrors).toEqual([])
  })
})
test.skipIf(chromiumPath !== null)('SKIPPED: needs chromium', () => {})
