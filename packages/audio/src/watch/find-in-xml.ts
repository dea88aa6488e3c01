import { SaxesParser } from 'saxes'

type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const mostElements = 10_000
const deepest = 50

/**
 * Values by a path from the root: `/dictation/patient/@id`, `/job/data/key[2]`. Prefixes of namespaces do
 * not count. Throws where it is no well-formed XML, defines entities of its own, or is larger than any
 * description of a recording.
 */
export function findInXml(text: string): (path: string) => string | null {
  const root = parse(text)
  return (path) => {
    const [, ...steps] = path.split('/')
    const attribute = steps.at(-1)?.startsWith('@') ? steps.pop()?.slice(1) : undefined
    const found = steps.reduce<Element | null>(child, root)
    if (!found) return null
    return attribute === undefined ? found.text : (found.attributes[attribute] ?? null)
  }
}

function child(element: Element | null, step: string): Element | null {
  const [, name = '', position = '1'] = /^([^[\]]+)(?:\[(\d+)\])?$/.exec(step) ?? []
  const alike = element?.children.filter((each) => each.name === name) ?? []
  return alike[Number(position) - 1] ?? null
}

function parse(text: string): Element {
  const document: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  let count = 0
  const parser = new SaxesParser()
  // Entities of a document's own can grow without end; none is needed to describe a recording.
  parser.on('doctype', () => {
    throw new Error('a document type')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    count += 1
    if (count > mostElements || open.length > deepest) throw new Error('too large')
    const element = {
      name: localName(name),
      attributes: locally(attributes),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (more) => {
    const element = open.at(-1)
    if (element) element.text += more
  })
  parser.on('cdata', (more) => {
    const element = open.at(-1)
    if (element) element.text += more
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  return document
}

function locally(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [localName(name), value]),
  )
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
