// Errors of the CI, and of scripts and events within it.
import type { ErrorFact } from './error-fact.ts'

export const HOST_ERRORS = {
  RUNNER_CONTRACT: {
    exit: 2,
    meaning:
      'The step does not run under a GitHub Actions runner, or the runner left out something it always gives.',
    remedy: 'Run it as a step of a GitHub Actions workflow.',
  },
  EVENT_REFUSED: {
    exit: 2,
    meaning: 'Strangers may have started the run, so it gets neither a key nor a secret.',
    remedy: 'Run the step on push, in the merge queue or by hand, or name the event in allow-events.',
  },
  EVENT_MISMATCH: {
    exit: 2,
    meaning:
      'The event file of the runner disagrees with the platform or with the OIDC token, or lacks what such an event has.',
    remedy: 'Find out which step or process changed it.',
  },
  COMMAND_FAILED: {
    exit: 1,
    meaning: 'The script that was given the secret ended with an error.',
    remedy: 'Read its output above.',
  },
  STEP_FILES_CHANGED: {
    exit: 1,
    meaning:
      'The script that was given the secret wrote to files in which the step answers the runner, or locked or removed them; they were put back, unless the message says otherwise.',
    remedy: 'Set outputs, variables and the summary in a step that holds no secret.',
  },
  GITHUB_FAILED: {
    exit: 3,
    meaning: 'The GitHub API failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },
  GITHUB_FORBIDDEN: {
    exit: 2,
    meaning: 'The GitHub token may not do what was asked.',
    remedy: 'Grant the token the permission to read the run ("permissions: actions: read").',
  },
  INTERNAL: {
    exit: 3,
    meaning: 'A mistake of ours: something failed that should have a code of its own.',
    remedy: 'Report it with the name of the action and its version.',
  },
} as const satisfies Record<string, ErrorFact>
