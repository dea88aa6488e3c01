/** A child that does as it is told: for tests of what may go wrong. */
import { spawn } from 'node:child_process'
import { answerParent, NotHere } from '../answer-parent.ts'

type Question = { readonly does: string }

answerParent<Question, Question>(async ({ does }) => {
  if (does === 'missing') throw new NotHere('the library is not installed')
  if (does === 'complain') {
    process.stderr.write('model.onnx: not a model\n', () => process.exit(3))
    await new Promise(() => {})
  }
  if (does === 'hang') for (;;);
  return async (question, tell) => {
    if (question.does === 'crash') process.kill(process.pid, 'SIGSEGV')
    if (question.does === 'throw') throw new Error('the patient said this')
    if (question.does === 'say') process.stderr.write('the patient said this\n')
    if (question.does === 'hang') for (;;);
    if (question.does === 'tell pid') return process.pid
    if (question.does === 'wait') await new Promise(() => setInterval(() => {}, 1000))
    if (question.does === 'start another') return spawn('sleep', ['600']).pid
    tell(0.5)
    return question.does
  }
})
