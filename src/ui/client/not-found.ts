/** On the page for missing entries: the words of the address are searched for. */
const field = document.querySelector<HTMLInputElement>('.missing #q');
if (field && field.value === '') {
  const words = location.pathname.split('/').map((part) =>
    part
      .replace(/\.\w+$|%[\da-f]{2}/gi, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  field.value = words.findLast((part) => /\p{L}{3}/u.test(part)) ?? '';
}

export {};
