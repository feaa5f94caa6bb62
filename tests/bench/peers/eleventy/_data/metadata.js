export default {
  title: 'A record',
  url: 'https://example.com/',
  language: 'en',
  description: 'Articles in order.',
};
