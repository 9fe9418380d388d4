/** What Heat does with a stack or a resource. CHECK is the youngest; each class says in which of its versions it came. */
export const actions = [
  'INIT',
  'CREATE',
  'UPDATE',
  'DELETE',
  'SUSPEND',
  'RESUME',
  'SNAPSHOT',
  'CHECK',
] as const;
export type Action = (typeof actions)[number];

/** How far it got. */
export const statuses = ['IN_PROGRESS', 'COMPLETE', 'FAILED'] as const;
export type Status = (typeof statuses)[number];

/** Nothing fails or completes that is not under way: `field.stateMachine(statuses, nextStatuses)`. */
export const nextStatuses = {
  IN_PROGRESS: ['COMPLETE', 'FAILED'],
  COMPLETE: ['IN_PROGRESS'],
  FAILED: ['IN_PROGRESS'],
} as const;
