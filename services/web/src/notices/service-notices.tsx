import type { HealthReply } from '@plume/contracts'
import { Icon } from '../controls/icon.tsx'
import { useLanguage } from '../language/language.tsx'
import { sentenceFor } from '../server/problem.ts'
import { useHealth } from './use-health.ts'

/** What everybody must know about the service itself, above every page. */
export function ServiceNotices() {
  const glance = useHealth()
  const { words } = useLanguage()
  return (
    <div className="service-notices" role="status">
      {glance.status === 'known' && usesDemonstrationEngine(glance.health) && (
        <DemonstrationNotice />
      )}
      {glance.status === 'known' && <MissingEngineNotice health={glance.health} />}
      {glance.status === 'lost' && (
        <Band title={words.notices.serverLost} text={words.notices.serverLostText} />
      )}
    </div>
  )
}

/** Cannot be closed: text of a demonstration engine must never be mistaken for clinical text. */
function DemonstrationNotice() {
  const { words } = useLanguage()
  return (
    <div className="band band-demonstration">
      <Icon name="warning" />
      <strong>{words.notices.demonstration}</strong>
      <strong className="band-stamp">{words.notices.demonstrationWarning}</strong>
      <span>{words.notices.demonstrationText}</span>
    </div>
  )
}

function MissingEngineNotice({ health }: { readonly health: HealthReply }) {
  const { language, words } = useLanguage()
  if (health.workers.length === 0) {
    return <Band title={words.notices.noWorker} text={words.notices.noWorkerText} />
  }
  if (health.workers.every((worker) => worker.engines.length === 0)) {
    return (
      <Band title={words.notices.noEngine} text={sentenceFor('engine-unavailable', language)} />
    )
  }
  return null
}

function Band({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="band band-warning">
      <Icon name="warning" />
      <strong>{title}</strong>
      <span>{text}</span>
    </div>
  )
}

function usesDemonstrationEngine(health: HealthReply): boolean {
  return health.workers.some((worker) => worker.engines.some((engine) => engine.demonstrationOnly))
}
