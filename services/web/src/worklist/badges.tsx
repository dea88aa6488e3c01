import type { DictationReply } from '@plume/contracts'
import { Icon } from '../controls/icon.tsx'
import { useLanguage } from '../language/language.tsx'
import { type WorkState, workTones } from './work-state.ts'

export function StateBadge({ state }: { readonly state: WorkState }) {
  const { words } = useLanguage()
  const { tone, icon } = workTones[state]
  return (
    <span className={`badge badge-${tone}`}>
      <Icon name={icon} />
      {words.states[state]}
    </span>
  )
}

export function PriorityBadge({ priority }: { readonly priority: DictationReply['priority'] }) {
  const { words } = useLanguage()
  return <span className={`priority priority-${priority}`}>{words.priorities[priority]}</span>
}
