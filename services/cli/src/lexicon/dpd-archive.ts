import { createDpdReader, dpdFiles, type ImportItem } from '@plume/terminology'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Refused } from '../refused.ts'
import { type ByteSource, openText } from './open-text.ts'
import { tableRows } from './table-rows.ts'

/** Unpacked, the extract's largest file is about 3 MB; what is far larger is not that. */
const maxUnpackedBytes = 200_000_000

/** The items of Health Canada's extract, read from the archive as it is published. */
export async function* dpdItems(path: string): AsyncGenerator<ImportItem> {
  const read = createDpdReader()
  for (const name of dpdFiles) {
    const text = await openText(bytesOfEntry(path, name))
    for await (const row of tableRows(text.chunks(), ',')) yield* read(name, row)
  }
}

/** The bytes of one file of the archive, opened anew for each reading. */
function bytesOfEntry(path: string, name: string): ByteSource {
  return async function* () {
    const archive = await openPromise(path, { autoClose: false }).catch(() => {
      throw notAnExtract('the file is no ZIP archive')
    })
    try {
      const entry = await findEntry(archive, name)
      if (!entry) throw notAnExtract(`there is no ${name} in the archive`)
      if (entry.uncompressedSize > maxUnpackedBytes) throw notAnExtract(`${name} is far too large`)
      yield* await archive.openReadStreamPromise(entry)
    } finally {
      archive.close()
    }
  }
}

async function findEntry(archive: ZipFile, name: string): Promise<Entry | null> {
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.replace(/^.*\//, '').toLowerCase() === name) return entry
  }
  return null
}

function notAnExtract(cause: string): Refused {
  return new Refused(
    'not-an-extract',
    cause,
    'Give the ZIP file of Health Canada’s Drug Product Database as it was downloaded.',
  )
}
