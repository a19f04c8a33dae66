(() => {
  'use strict'
  const $ = (selector, root = document) => root.querySelector(selector)
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)]
  let entries = $$('.entry')
  const form = $('#filters')

  /* Views: the report, the list of documents, one document, the glossary. The address says which. */

  const viewOf = target => {
    if (!target || target.closest('.view-report')) return 'report'
    if (target.closest('.document')) return 'document'
    return target.closest('#documents') ? 'documents' : 'glossary'
  }

  /* Bundles: what stands in a noscript element is text until it is needed. */

  const bundles = kind => $$(`noscript[data-bundle^="${kind}"]`)
  const waiting = bundles('q')
  const total = Number($('#count').dataset.total)

  const unpack = bundle => { if (bundle?.isConnected) bundle.outerHTML = bundle.textContent }

  const collect = () => {
    entries = $$('.entry')
    index = null
  }

  const unpackAll = () => {
    if (!waiting.length) return
    waiting.splice(0).forEach(unpack)
    collect()
  }

  const targetOf = id => {
    const [, kind, number] = id.match(/^([qd])(\d+)/) ?? []
    if (kind && !document.getElementById(id)) {
      unpack(bundles(kind).find(bundle => {
        const [, from, to] = bundle.dataset.bundle.split(' ').map(Number)
        return from <= number && number <= to
      }))
      if (kind === 'q') collect()
    }
    return document.getElementById(id) ?? document.getElementById(kind + number)
  }

  const show = () => {
    const target = targetOf(decodeURIComponent(location.hash.slice(1)))
    const view = viewOf(target)
    document.body.dataset.view = view
    $('.document.shown')?.classList.remove('shown')
    if (view === 'document') target.closest('.document').classList.add('shown')
    const link = { report: target?.closest('#disputes') ? '#disputes' : '#overview', documents: '#documents', document: '#documents', glossary: '#glossary' }[view]
    for (const a of $$('.masthead nav a')) {
      if (a.getAttribute('href') === link) a.setAttribute('aria-current', 'page')
      else a.removeAttribute('aria-current')
    }
    if (!target) return
    for (let parent = target.parentElement; parent; parent = parent.parentElement) if (parent.tagName === 'DETAILS') parent.open = true
    const entry = target.closest('.entry')
    if (entry?.hidden) reset()
    if (entry) mark(entry)
    target.scrollIntoView()
    if (view !== 'report') target.focus({ preventScroll: true })
  }

  /* Filters */

  const numbers = (entry, name) => entry.getAttribute('data-' + name).split(' ')
  let index = null
  const facts = () => (index ??= entries.map(entry => ({
    kinds: numbers(entry, 'k'), proposition: entry.getAttribute('data-p'), documents: numbers(entry, 'd'),
    speakers: numbers(entry, 's'), outlets: numbers(entry, 'o'), fresh: entry.hasAttribute('data-n'), words: null,
  })))

  const checked = name => {
    const boxes = $$(`input[name="${name}"]`, form)
    return boxes.filter(box => box.checked).map(box => box.value).join('')
  }
  const fold = text => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ')

  const wanted = () => {
    const value = name => form.elements[name]?.value ?? ''
    return {
      severity: checked('severity'), relation: checked('relation'), proposition: value('proposition'), document: value('document'),
      other: value('other'), speaker: value('speaker'), outlet: value('outlet'), fresh: form.elements.new?.checked ?? false,
      words: fold(value('text').trim()).split(' ').filter(Boolean),
    }
  }

  const fits = (fact, want, entry) => {
    if (want.fresh && !fact.fresh) return false
    if (want.proposition && fact.proposition !== want.proposition) return false
    if (want.document && !fact.documents.includes(want.document)) return false
    if (want.other && (!fact.documents.includes(want.other) || (want.other === want.document && fact.documents.length > 1 && !entry.querySelector('.within')))) return false
    if (want.speaker && !fact.speakers.includes(want.speaker)) return false
    if (want.outlet && !fact.outlets.includes(want.outlet)) return false
    if (!fact.kinds.some(kind => want.severity.includes(kind[0]) && want.relation.includes(kind[1]))) return false
    if (!want.words.length) return true
    fact.words ??= fold(entry.textContent)
    return want.words.every(word => fact.words.includes(word))
  }

  const count = $('#count')
  const say = shown => {
    const of = total.toLocaleString('en')
    const noun = total === 1 ? 'disputed question' : 'disputed questions'
    count.textContent = shown === total ? `${of} ${noun}` : `${shown.toLocaleString('en')} of ${of} ${noun}`
    $('#none').hidden = shown > 0 || !total
  }

  const filter = () => {
    const want = wanted()
    let shown = 0
    unpackAll()
    facts().forEach((fact, i) => {
      const fit = fits(fact, want, entries[i])
      if (entries[i].hidden === fit) entries[i].hidden = !fit
      shown += fit
    })
    if (current?.hidden) mark(null)
    say(shown)
  }

  const reset = () => {
    form?.reset()
    if (form) filter()
  }

  let timer = 0
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(filter, total > 1000 ? 150 : 40)
  }

  const only = change => {
    if (!form) return
    form.reset()
    change(form.elements)
    filter()
    location.hash = '#disputes'
    show()
  }

  /* Keys */

  let current = null
  const mark = entry => {
    current?.classList.remove('current')
    current = entry
    current?.classList.add('current')
  }

  const step = by => {
    if (document.body.dataset.view !== 'report') { location.hash = '#disputes'; show() }
    unpackAll()
    let i = current ? entries.indexOf(current) + by : by > 0 ? 0 : entries.length - 1
    while (entries[i]?.hidden) i += by
    if (!entries[i]) return
    mark(entries[i])
    current.scrollIntoView()
    current.focus({ preventScroll: true })
    history.replaceState(null, '', '#' + current.id)
  }

  const search = () => {
    if (!form) return
    location.hash = '#disputes'
    show()
    $('details', form).open = true
    form.elements.text.focus()
    form.elements.text.select()
  }

  const severity = letter => {
    const box = form && $(`input[name="severity"][value="${letter}"]`, form)
    if (box) box.click()
  }

  const theme = () => {
    const root = document.documentElement
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = dark ? 'light' : 'dark'
    try { localStorage.setItem('belie-theme', root.dataset.theme) } catch { /* a file may have no storage */ }
  }

  const help = $('#help')
  const keys = {
    j: () => step(1), k: () => step(-1), '/': search, '?': () => help.showModal(), t: theme, x: reset,
    1: () => severity('e'), 2: () => severity('w'), 3: () => severity('n'),
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return
    const typing = event.target.closest('input[type="search"], select, textarea')
    if (typing) {
      if (event.key === 'Escape' && event.target.type === 'search') {
        event.target.value = ''
        filter()
        event.target.blur()
      }
      return
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })

  document.addEventListener('click', event => {
    const link = event.target.closest('[data-pair], [data-proposition], .reset')
    if (!link) return
    if (link.matches('.reset')) return reset()
    event.preventDefault()
    const [one, other] = (link.dataset.pair ?? '').split(' ')
    only(elements => {
      if (link.dataset.pair) elements.document.value = one
      if (other) elements.other.value = other
      if (link.dataset.proposition) elements.proposition.value = link.dataset.proposition
    })
  })

  $('#theme').addEventListener('click', theme)
  $('#help-open').addEventListener('click', keys['?'])
  form?.addEventListener('input', event => event.target.type === 'search' ? soon() : filter())
  form?.addEventListener('submit', event => event.preventDefault())
  addEventListener('hashchange', show)
  addEventListener('beforeprint', unpackAll)
  addEventListener('beforeprint', () => $$('details:not([open])').forEach(details => { details.open = true; details.dataset.closed = '' }))
  addEventListener('afterprint', () => $$('details[data-closed]').forEach(details => { details.open = false; delete details.dataset.closed }))
  const narrow = matchMedia('(max-width: 63.99rem)')
  const foldFilters = () => { if (form) $('details', form).open = !narrow.matches }
  narrow.addEventListener('change', foldFilters)
  foldFilters()
  try { document.documentElement.dataset.theme = localStorage.getItem('belie-theme') ?? '' } catch { /* as above */ }
  if (!document.documentElement.dataset.theme) delete document.documentElement.dataset.theme

  /* The bundles to come: whenever there is time, so that the browser's own search finds all. */
  const idle = window.requestIdleCallback ?? (work => setTimeout(() => work({ timeRemaining: () => 0 }), 30))
  const unpackNext = deadline => {
    do unpack(waiting.shift())
    while (waiting.length && deadline.timeRemaining() > 20)
    if (waiting.length) idle(unpackNext)
    else collect()
  }
  if (waiting.length) addEventListener('load', () => idle(unpackNext))
  show()
})()
