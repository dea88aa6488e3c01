/** What a run that names a template as its source may say, where that template is a macro. */
export interface MacroTexts {
  /** The texts between the fill-ins of this version; none where there is no such macro. */
  of(template: string, version: number): Promise<readonly string[]>
}
