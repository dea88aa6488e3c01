import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What a screen reader or a keyboard could not use (WCAG 2.1 A and AA, as far as axe can see). */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe.source }).catch(() => page.evaluate(axe.source))
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    }),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
}
