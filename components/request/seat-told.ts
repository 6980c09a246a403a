/** Whether it is news to this reader how far a seat is: not whether one has opened what lies before oneself. */
export function isTold({ person, status }: { person: { id: string } | null; status: string }, readerId: string): boolean {
  return person?.id !== readerId || (status !== 'unread' && status !== 'viewed');
}
