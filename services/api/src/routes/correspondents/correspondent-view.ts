import type { CorrespondentReply } from '@plume/contracts'
import { type StoredCorrespondent, writtenName } from '@plume/records'

export function correspondentView(person: StoredCorrespondent): CorrespondentReply {
  return {
    ...person,
    lines: [...person.lines],
    writtenName: writtenName(person),
    changedAt: person.changedAt.toISOString(),
  }
}
