import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { keyName } from '../keyboard/command.ts'
import { useLanguage } from '../language/language.tsx'
import { Icon, type IconName } from './icon.tsx'

type ActionButtonProps = {
  readonly children?: ReactNode
  /** Needed where the button shows only a picture, or where its words alone say too little. */
  readonly label?: string
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** The key that does the same, shown beside the words. */
  readonly shortcut?: string | undefined
  readonly isDisabled?: boolean
  readonly isPending?: boolean
  readonly autoFocus?: boolean
  readonly type?: 'button' | 'submit'
  readonly onPress?: () => void
}

export function ActionButton(props: ActionButtonProps) {
  const { label, children } = props
  const button = <BareButton {...props} />
  if (!label || children) return button
  return (
    <TooltipTrigger delay={600}>
      {button}
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  )
}

function BareButton(props: ActionButtonProps) {
  const { children, icon, label, look = 'plain', shortcut, onPress, ...rest } = props
  return (
    <Button
      className={`button button-${look}`}
      {...rest}
      {...(label && children ? { 'aria-label': label } : {})}
      {...(onPress ? { onPress } : {})}
    >
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
      {label && !children && <span className="unseen">{label}</span>}
      {shortcut && <ShortcutKey shortcut={shortcut} />}
    </Button>
  )
}

/** Not part of the button's name: a screen reader learns keys from the help page. */
export function ShortcutKey({ shortcut }: { readonly shortcut: string }) {
  const { words } = useLanguage()
  return (
    <span className="key" aria-hidden="true">
      {keyName(shortcut, words.commands.keyNames)}
    </span>
  )
}
