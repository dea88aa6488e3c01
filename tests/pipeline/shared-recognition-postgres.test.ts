import { describe } from 'vitest'
import { longDictations, open } from '../support/long-dictations.ts'

describe('a long dictation, with the queue in Postgres,', () => {
  longDictations(() => open())
})
