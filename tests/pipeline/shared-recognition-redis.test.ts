import { describe, test } from 'vitest'
import { closing, longDictations, open } from '../support/long-dictations.ts'
import { findRedisServer, startRedis } from '../support/redis.ts'

const redisServer = await findRedisServer()

describe.runIf(redisServer)('a long dictation, with the queue in Redis,', () => {
  longDictations(async () => {
    const redis = await startRedis(redisServer ?? '')
    closing.push(() => redis.stop())
    return open(redis.url)
  })
})
test.skipIf(redisServer)('SKIPPED without redis-server: long dictations with Redis', () => {})
