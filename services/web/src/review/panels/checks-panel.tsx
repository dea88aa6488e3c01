import { lintPatientOf } from '@plume/terminology/findings'
import { lintSections } from '@plume/terminology/lints'
import { useMemo } from 'react'
import { useLanguage } from '../../language/language.tsx'
import { useEditorGlance } from '../editor/use-editor-glance.ts'
import type { SidePanelProps } from './side-panel.tsx'

/** What in the text, as it stands on the desk now, could hurt somebody. Nothing is changed: a person decides. */
export function ChecksPanel({ editor, report }: Pick<SidePanelProps, 'editor' | 'report'>) {
  const { words } = useLanguage()
  const glance = useEditorGlance(editor)
  const { locale } = report.text.template
  // A glance is a new object after each change of the text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the glance stands for the editor's text
  const findings = useMemo(() => {
    const sections = (editor?.text() ?? report.text).sections.map(({ heading, text }) => ({
      title: heading,
      text: text.map((run) => run.text).join(''),
    }))
    return lintSections(sections, {
      locale,
      patient: lintPatientOf(report.patient, report.version.savedAt),
    })
  }, [editor, glance, report, locale])
  return (
    <>
      <h2 className="panel-title">{words.checks.title}</h2>
      {findings.length === 0 ? (
        <p className="faint">{words.checks.none}</p>
      ) : (
        <ol className="checks">
          {findings.map((finding) => (
            <li key={`${finding.part} ${finding.start} ${finding.kind}`}>
              <span className="panel-heading">{words.checks.kinds[finding.kind]}</span>
              <q lang={locale}>{finding.text}</q>
              <span lang={locale}>{finding.reason}</span>
              {finding.proposed === undefined ? null : (
                <span>
                  {words.checks.proposed} <q lang={locale}>{finding.proposed}</q>
                </span>
              )}
              <span className="faint">{words.checks.source(finding.source)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
