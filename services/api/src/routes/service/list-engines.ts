import { type EnginesReply, enginesReply } from '@plume/contracts'
import type { ReportedWorker, Workload } from '@plume/storage'
import type { FastifyInstance } from 'fastify'
import type { Needs } from '../../needs.ts'
import { errors, zodApp } from '../zod-app.ts'
import { estimateStatWait } from './estimate-stat-wait.ts'
import { workerFreshMs } from './worker-fresh.ts'

/** What recognises speech, how fast, and how much waits for it. Numbers only: nothing about patients. */
export function listEngines(app: FastifyInstance, needs: Needs): void {
  zodApp(app).get(
    '/api/service/engines',
    {
      schema: {
        summary: 'Workers, their speech engines and what waits for them',
        tags: ['service'],
        response: { 200: enginesReply, ...errors('not-signed-in', 'not-allowed') },
      },
      config: { policy: 'read-engines' },
    },
    async () => {
      const [workers, workload] = await Promise.all([
        needs.workers.listReports(),
        needs.workload.read(),
      ])
      return describeEngines(workers, workload)
    },
  )
}

function describeEngines(workers: readonly ReportedWorker[], workload: Workload): EnginesReply {
  const shown = workers.map(({ id, lastSeenAt, silentMs, report }) => ({
    ...report,
    id,
    lastSeenAt: lastSeenAt.toISOString(),
    silent: silentMs > workerFreshMs,
    running: workload.running.filter(({ workerId }) => workerId === id).length,
  }))
  const there = shown.filter(({ silent }) => !silent)
  return {
    workers: shown,
    queue: {
      stat: waitingOf('stat', workload),
      urgent: waitingOf('urgent', workload),
      routine: waitingOf('routine', workload),
    },
    running: workload.running.length,
    statWait: (['en', 'fr'] as const).map((language) =>
      estimateStatWait(language, there, workload),
    ),
  }
}

function waitingOf(wanted: keyof EnginesReply['queue'], { waiting }: Workload) {
  const count = (forEngine: boolean) =>
    waiting
      .filter((each) => each.priority === wanted && each.forEngine === forEngine)
      .reduce((sum, each) => sum + each.count, 0)
  return { waiting: count(false), waitingForEngine: count(true) }
}
