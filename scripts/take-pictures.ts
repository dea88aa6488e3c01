/**
 * Takes the pictures of the README from a running Plume with a few sample dictations in it:
 * `tsx scripts/take-pictures.ts ORIGIN LOGIN PASSWORD FOLDER [ADMINISTRATOR PASSWORD]`. Needs Debian's chromium.
 */
import { findChromium, openBrowser } from '../tests/support/browser.ts'

const [origin = '', login = '', password = '', folder = 'docs/pictures', ...administrator] =
  process.argv.slice(2)
const chromium = await findChromium()
if (!chromium) throw new Error('chromium is not installed')

const pictures = [
  { language: 'en-CA', dark: false, tag: 'en' },
  { language: 'fr-CA', dark: true, tag: 'fr-dark' },
] as const
for (const { language, dark, tag } of pictures) {
  const browser = await openBrowser(chromium, { language, dark })
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto(origin)
  await page.locator('input').first().fill(login)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /Rosalind Ashgrove/ })
  await row.waitFor()
  await page.waitForTimeout(800)
  await page.screenshot({ path: `${folder}/worklist-${tag}.png` })

  await row.click()
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1500)
  const take = page.getByRole('button', { name: /^(Take|Prendre)/ })
  if (await take.isVisible()) await take.click()
  await page.waitForTimeout(1000)
  await page.getByText(/The lungs are clear/).click({ position: { x: 40, y: 10 } })
  await page.waitForTimeout(1800)
  await page.screenshot({ path: `${folder}/review-${tag}.png` })
  await page.keyboard.press('F7')
  await browser.close()
}

const [administratorLogin, administratorPassword = ''] = administrator
if (administratorLogin !== undefined) {
  const browser = await openBrowser(chromium)
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.setViewportSize({ width: 1440, height: 640 })
  await page.goto(`${origin}/engines`)
  await page.locator('input').first().fill(administratorLogin)
  await page.locator('input[type=password]').fill(administratorPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('table').first().waitFor()
  await page.screenshot({ path: `${folder}/engines-en.png` })
  await browser.close()
}
