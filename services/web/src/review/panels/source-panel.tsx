import type { Recognition, RuleApplication, Source, WordRange } from '@plume/transcript'
import type { ReactNode } from 'react'
import { ActionButton } from '../../controls/action-button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { timeRangeOf, wordsOf } from '../editor/spoken-pieces.ts'
import { useEditorGlance } from '../editor/use-editor-glance.ts'
import type { Player } from '../player/player.ts'
import { nameOf } from '../report-sheet.tsx'
import type { SidePanelProps } from './side-panel.tsx'

/** Where the text at the cursor comes from: the answer every word of a report must give. */
export function SourcePanel({ editor, report, player, people }: SidePanelProps) {
  const { words } = useLanguage()
  const atCursor = useEditorGlance(editor)?.atCursor ?? null
  return (
    <>
      <h2 className="panel-title">{words.source.title}</h2>
      {atCursor ? (
        <div className="source">
          <p className="source-text" lang={report.text.template.locale}>
            {atCursor.text.trim()}
          </p>
          <SourceKind source={atCursor.source} />
          <SourceFacts
            source={atCursor.source}
            recognitions={report.recognitions}
            player={player}
            nameOf={(id) => nameOf(id, people) ?? words.source.unknownPerson}
          />
        </div>
      ) : (
        <p className="faint">{words.source.hint}</p>
      )}
    </>
  )
}

function SourceKind({ source }: { readonly source: Source | null }) {
  const { words } = useLanguage()
  const kind = source?.kind ?? 'typed'
  return <p className={`source-kind source-kind-${kind}`}>{words.source[kind]}</p>
}

type SourceFactsProps = {
  readonly source: Source | null
  readonly recognitions: readonly Recognition[]
  readonly player: Player | null
  readonly nameOf: (userId: string) => string
}

function SourceFacts({ source, recognitions, player, nameOf }: SourceFactsProps) {
  const { words, format } = useLanguage()
  if (!source) return <p>{words.source.unsaved}</p>
  const range = wordsOf(source)
  return (
    <>
      {source.kind === 'typed' && (
        <p>{words.source.by(nameOf(source.by), format.dateTime(source.at))}</p>
      )}
      {source.kind === 'template' && (
        <p>{words.source.templateText(source.template, source.version)}</p>
      )}
      {source.kind === 'context' && <p>{words.source.contextText(source.field)}</p>}
      {source.kind === 'blank' && <p>{words.source.blankText}</p>}
      {range && (
        <HeardWords
          title={source.kind === 'dictated' ? words.source.heard : words.source.over}
          range={range}
          recognitions={recognitions}
          player={player}
        />
      )}
      {source.kind === 'dictated' && <Rules rules={source.rules} />}
    </>
  )
}

function HeardWords(props: {
  readonly title: string
  readonly range: WordRange
  readonly recognitions: readonly Recognition[]
  readonly player: Player | null
}) {
  const { title, range, recognitions, player } = props
  const { words, format } = useLanguage()
  const recognition = recognitions.find(({ id }) => id === range.recognitionId)
  const time = recognition && timeRangeOf(range, recognition)
  if (!recognition || !time) return null
  const heard = recognition.words.slice(range.from, range.to).map((word) => word.text)
  return (
    <>
      <Fact name={title}>
        <q lang={recognition.language}>{heard.join(' ')}</q>
      </Fact>
      <Fact name={words.source.time}>
        <span className="source-time">
          {words.source.timeRange(format.instant(time.startMs), format.instant(time.endMs))}
          {player && (
            <ActionButton
              icon="play"
              label={words.source.playHere}
              onPress={() => player.playFrom(time.startMs)}
            />
          )}
        </span>
      </Fact>
    </>
  )
}

function Rules({ rules }: { readonly rules: readonly RuleApplication[] }) {
  const { words } = useLanguage()
  if (rules.length === 0) return <p className="faint">{words.source.noRules}</p>
  const shown = (text: string) => (text === '' ? words.source.nothing : text)
  return (
    <Fact name={words.source.rules}>
      <ol className="rules">
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one rule may act twice; its place is its name
          <li key={index}>
            <span>{words.source.rule(shown(rule.before), shown(rule.after))}</span>
            <code className="faint">{rule.rule}</code>
          </li>
        ))}
      </ol>
    </Fact>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <p className="panel-heading">{name}</p>
      <div>{children}</div>
    </div>
  )
}
