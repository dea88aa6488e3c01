import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type PlainDialogProps = {
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the bottom, the main one first. */
  readonly actions?: ReactNode
  readonly onClose: () => void
  readonly size?: 'small' | 'wide'
  /** A dialog that asks a question must be answered, not clicked away. */
  readonly isQuestion?: boolean
  /** Hides the page behind it altogether. */
  readonly isCurtain?: boolean
}

export function PlainDialog(props: PlainDialogProps) {
  const { title, children, actions, onClose, size = 'small' } = props
  const mustAnswer = props.isCurtain === true
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={false}
      isKeyboardDismissDisabled={mustAnswer}
      className={mustAnswer ? 'overlay overlay-curtain' : 'overlay'}
    >
      <Modal className={`dialog dialog-${size}`}>
        <Dialog role={props.isQuestion ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
