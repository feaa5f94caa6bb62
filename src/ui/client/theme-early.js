// Sets the stored scheme before the first paint; a classic script, so that nothing flashes.
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
