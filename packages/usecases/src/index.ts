export { diagnose } from './doctor/doctor.ts'
export type { Finding } from './doctor/findings.ts'
export type { DoctorPorts } from './doctor/ports.ts'
export { inject } from './inject/inject.ts'
export type { Caution, InjectedSecret, Injection } from './inject/injection.ts'
export type { InjectPorts } from './inject/ports.ts'
export type { InjectRequest, Target } from './inject/request.ts'
export { versionsOutput } from './inject/versions-output.ts'
export type { KeySession } from './key-session.ts'
export type { SigningPorts } from './sign/ports.ts'
export type {
  Authority,
  KeyChoice,
  PredicateChoice,
  SignerRequest,
  SigningRequest,
  SigningWork,
  WitnessChoice,
} from './sign/request.ts'
export { sign } from './sign/sign.ts'
export type { SigningResult } from './sign/sign.ts'
export type { VerifyPorts } from './verify/ports.ts'
export type { VerifyRequest } from './verify/request.ts'
export { verify } from './verify/verify.ts'
