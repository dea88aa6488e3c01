import { useEffect, useEffectEvent } from 'react'
import { createScope } from '../scope.ts'
import { type Command, commandFor } from './command.ts'

/** Performs commands by their keys while the page is shown. A dialog over the page keeps its own keys. */
export function useKeys<Context>(commands: readonly Command<Context>[], context: Context): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return
    const inText = isInReportText(event.target)
    const command = commandFor(commands, event, context, { inText })
    if (command?.perform(context)) {
      event.preventDefault()
      event.stopPropagation()
    }
  })
  useEffect(() => {
    const scope = createScope()
    // Before the editor and the widgets: a command's key means the same everywhere on the page.
    scope.listen(
      window,
      'keydown',
      (event) => {
        if (event instanceof KeyboardEvent) pressed(event)
      },
      true,
    )
    return () => scope.dispose()
  }, [])
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null
  )
}

function isInReportText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.ProseMirror') !== null
}
