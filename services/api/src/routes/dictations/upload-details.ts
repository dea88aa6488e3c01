import { orderSchema, patientSchema, uploadFields } from '@plume/contracts'
import type { Upload, User } from '@plume/records'
import { findTemplate } from '@plume/report-templates'
import { z } from 'zod'
import type { Needs } from '../../needs.ts'
import { RefusedRequest } from '../../refused-request.ts'

export type UploadDetails = Omit<Upload, 'fileName' | 'audio' | 'maxBytes'>

/** What an upload's text fields say, checked against who there is and what templates there are. */
export async function readDetails(
  fields: Readonly<Record<string, string>>,
  user: User,
  needs: Needs,
): Promise<UploadDetails> {
  const { author, template, locale, language, workType, priority, patient, order } = parse(
    uploadFields,
    fields,
  )
  if (!findTemplate(needs.templates, template, locale)) throw new RefusedRequest('unknown-template')
  return {
    authorId: (await findAuthor(author, user, needs)).id,
    uploadedBy: user.id,
    workType,
    templateId: template,
    locale,
    findLanguage: language === 'auto',
    priority,
    patient: patient === undefined ? null : parse(patientSchema, json(patient), '/patient'),
    order: order === undefined ? null : parse(orderSchema, json(order), '/order'),
  }
}

/** By id or login. A doctor who names nobody is the author; a doctor speaks for nobody else. */
async function findAuthor(author: string | undefined, user: User, needs: Needs): Promise<User> {
  const { accounts } = needs
  if (author === undefined) {
    if (user.role === 'doctor') return user
    throw new RefusedRequest('unknown-author')
  }
  const named = z.uuid().safeParse(author).success
    ? await accounts.findUser(author)
    : await accounts.findByLogin(author)
  if (named?.role !== 'doctor') throw new RefusedRequest('unknown-author')
  if (user.role === 'doctor' && named.id !== user.id) throw new RefusedRequest('not-allowed')
  return named
}

function parse<Value>(schema: z.ZodType<Value>, value: unknown, under = ''): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, code }) => ({
    path: `${under}/${path.join('/')}`,
    problem: code,
  }))
  throw new RefusedRequest('invalid-request', problems)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** For people to recognise it by; never a path. */
export function displayName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  // Without what is invisible, could turn the reading direction round, or is half a character.
  return last.slice(0, 255).replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '') || 'dictation'
}
