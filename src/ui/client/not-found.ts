/** On the page for missing entries: the words of the address are searched for. */
const field = document.querySelector<HTMLInputElement>('.missing #q');
if (field && field.value === '') {
  const words = location.pathname.split('/').map((part) =>
    decoded(part)
      .replace(/\.\w+$|%[\da-f]{2}/gi, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  // two letters of a script that writes no capitals are a word: 码头
  field.value = words.findLast((part) => /\p{L}{3}|\p{Lo}{2}/u.test(part)) ?? '';
}

/** Letters of any script as they are typed; a part that is encoded in another way stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export {};
