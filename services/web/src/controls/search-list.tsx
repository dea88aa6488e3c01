import { type KeyboardEvent, useEffect, useId, useRef } from 'react'

export type SearchItem = {
  readonly id: string
  readonly name: string
  /** A second line in smaller letters. */
  readonly detail: string
}

type SearchListProps = {
  readonly label: string
  readonly items: readonly SearchItem[]
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly activeId: string | null
  readonly onActive: (id: string) => void
  readonly onChoose: (id: string) => void
  /** What is said where nothing is found. */
  readonly none: string
}

/** A field that searches and the list below it: arrow keys move, Enter chooses (ARIA combobox pattern). */
export function SearchList(props: SearchListProps) {
  const { label, items, query, activeId, onActive, onChoose } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const active = items.findIndex((item) => item.id === activeId)

  useEffect(() => {
    if (active < 0) return
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      const next = items[Math.min(items.length - 1, Math.max(0, active + step))]
      if (next) onActive(next.id)
    } else if (event.key === 'Enter') {
      if (activeId !== null && active >= 0) onChoose(activeId)
    } else {
      return
    }
    event.preventDefault()
  }

  return (
    <div className="search-list">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${activeId}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the dialog exists to search
        autoFocus
        value={query}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={press}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className="search-found"
        role="listbox"
        aria-label={label}
        // Reachable where it scrolls, without being a stop of its own on the way.
        tabIndex={-1}
      >
        {items.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            aria-selected={item.id === activeId}
            className="search-item"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onActive(item.id)}
            onDoubleClick={() => onChoose(item.id)}
          >
            <span>{item.name}</span>
            {item.detail !== '' && <span className="faint">{item.detail}</span>}
          </div>
        ))}
      </div>
      {items.length === 0 && (
        <p className="faint" role="status">
          {props.none}
        </p>
      )}
    </div>
  )
}
