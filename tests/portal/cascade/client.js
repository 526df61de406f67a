for (const button of document.querySelectorAll('[data-opens]')) {
  button.addEventListener('click', () => document.getElementById(button.dataset.opens).showModal());
}
for (const button of document.querySelectorAll('[data-closes]')) {
  button.addEventListener('click', () => document.getElementById(button.dataset.closes).close());
}

const search = document.querySelector('.search input');
search?.form.addEventListener('submit', (event) => event.preventDefault());
search?.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  for (const card of document.querySelectorAll('.card')) {
    card.hidden = !card.textContent.toLowerCase().includes(wanted);
  }
});
