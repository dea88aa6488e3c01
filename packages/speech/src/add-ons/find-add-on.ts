import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { type AddOnName, addOnOf } from './add-on-table.ts'

/** Where an add-on lies once it is whole; null where it was not added. Nothing of it is loaded. */
export async function findAddOn(enginesDir: string, name: AddOnName): Promise<string | null> {
  const folder = join(enginesDir, name)
  const manifest = join(folder, 'node_modules', addOnOf(name).package, 'package.json')
  return access(manifest).then(
    () => folder,
    () => null,
  )
}
