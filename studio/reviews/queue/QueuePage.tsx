export function QueuePage() {
  return <p>Reviews</p>;
}
