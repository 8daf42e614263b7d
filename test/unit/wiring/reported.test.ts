// Each answer that people reported: what it means, whether it is asked again, and what the message advises.
import { expect, test } from '@jest/globals'
import { outcomeOf, TOKEN } from '../../support/cloud-answers.ts'
import { REPORTED } from './reported-answers.ts'

test.each(REPORTED)('%s', async (...[, service, answer, code, retried, says]) => {
  const { error, shown, ...outcome } = await outcomeOf(service, answer)
  expect([error.code, outcome.retried]).toEqual([code, retried])
  expect(shown).toMatch(says)
  expect(`${shown} ${String(error.cause)}`).not.toContain(TOKEN)
})
