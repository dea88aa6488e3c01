import type { UserReply } from '@plume/contracts'
import {
  everything,
  oneOf,
  priorities,
  stateFilters,
  type WorklistFilter,
} from '../address/address.ts'
import { ActionButton } from '../controls/action-button.tsx'
import { SelectField } from '../controls/fields.tsx'
import { useLanguage } from '../language/language.tsx'

type WorklistFiltersProps = {
  readonly filter: WorklistFilter
  readonly doctors: readonly UserReply[]
  readonly onChange: (filter: WorklistFilter) => void
}

export function WorklistFilters({ filter, doctors, onChange }: WorklistFiltersProps) {
  const { words } = useLanguage()
  const isFiltered = Boolean(filter.state ?? filter.priority ?? filter.authorId)
  const change = (part: Partial<WorklistFilter>) => onChange({ ...filter, ...part, page: 1 })
  return (
    <search className="filters" aria-label={words.worklist.filters}>
      <SelectField
        isCompact
        label={words.worklist.state}
        value={filter.state ?? ''}
        onChange={(value) => change({ state: oneOf(stateFilters, value) })}
      >
        <option value="">{words.worklist.anyState}</option>
        <StateOptions />
      </SelectField>
      <SelectField
        isCompact
        label={words.worklist.priority}
        value={filter.priority ?? ''}
        onChange={(value) => change({ priority: oneOf(priorities, value) })}
      >
        <option value="">{words.worklist.anyPriority}</option>
        {priorities.map((priority) => (
          <option key={priority} value={priority}>
            {words.priorities[priority]}
          </option>
        ))}
      </SelectField>
      <SelectField
        isCompact
        label={words.worklist.author}
        value={filter.authorId ?? ''}
        onChange={(value) => change({ authorId: value === '' ? null : value })}
      >
        <option value="">{words.worklist.anyAuthor}</option>
        {doctors.map((doctor) => (
          <option key={doctor.id} value={doctor.id}>
            {doctor.displayName}
          </option>
        ))}
      </SelectField>
      {isFiltered && (
        <ActionButton look="quiet" onPress={() => onChange(everything)}>
          {words.worklist.clearFilters}
        </ActionButton>
      )}
    </search>
  )
}

const reportStateCount = stateFilters.indexOf('queued')

/** Reports first: they are the work. */
function StateOptions() {
  const { words } = useLanguage()
  const groups = [
    { label: words.worklist.reportStates, states: stateFilters.slice(0, reportStateCount) },
    { label: words.worklist.recordingStates, states: stateFilters.slice(reportStateCount) },
  ]
  return groups.map(({ label, states }) => (
    <optgroup key={label} label={label}>
      {states.map((state) => (
        <option key={state} value={state}>
          {words.states[state]}
        </option>
      ))}
    </optgroup>
  ))
}
