//! Which responses the server sends to which requests.

use super::*;

const SITE: [(&str, &str); 5] = [
    ("index.html", "<html><body>home</body></html>"),
    ("tags/a b/index.html", "tag"),
    ("assets/site.css", "p{}"),
    ("404.html", "<head><link href=\"assets/site.css\"></head><body>nothing here</body>"),
    ("broken.html", "!bad <template>"),
];

#[test]
fn pages_get_the_script_and_files_do_not() {
    let scene = Scene::begin(&SITE);
    let home = scene.get("/");
    assert_eq!(status(&home), "200");
    let script =
        format!("<script src=\"/__debrief/reload.js\" data-build=\"{}-1\" defer></script>", std::process::id());
    assert_eq!(body(&home), format!("<html><body>home{script}</body></html>"));
    assert!(home.contains("Content-Type: text/html; charset=utf-8\r\n"));
    assert_eq!(body(&scene.get("/assets/site.css?v=1")), "p{}");
}

#[test]
fn every_answer_carries_the_policy() {
    let scene = Scene::begin(&SITE);
    for path in ["/", "/assets/site.css", "/none", "/broken.html", "/__debrief/reload.js", "/tags/a%20b", "/%"] {
        let answer = scene.get(path);
        for header in [
            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';",
            "X-Content-Type-Options: nosniff\r\n",
            "Referrer-Policy: no-referrer\r\n",
            "Cross-Origin-Resource-Policy: same-origin\r\n",
            "Cache-Control: no-store\r\n",
        ] {
            assert!(answer.contains(header), "{path}: {header}");
        }
    }
}

#[test]
fn a_folder_without_its_slash_is_sent_on() {
    let scene = Scene::begin(&SITE);
    let answer = scene.get("/tags/a%20b?q=1");
    assert_eq!(status(&answer), "302");
    assert!(answer.contains("Location: /tags/a%20b/?q=1\r\n"));
    assert!(body(&scene.get("/tags/a%20b/")).starts_with("tag<script"));
    assert_eq!(status(&scene.get("/tags")), "404", "a folder without a page");
}

#[test]
fn a_missing_page_shows_the_sites_404_page_at_any_depth() {
    let scene = Scene::begin(&SITE);
    let answer = scene.get("/deep/er/none");
    assert_eq!(status(&answer), "404");
    assert!(
        body(&answer)
            .starts_with("<head><base href=\"/\"><link href=\"assets/site.css\"></head><body>nothing here<script")
    );
    let bare = Scene::begin(&[("index.html", "x")]);
    let answer = bare.get("/none");
    assert_eq!(status(&answer), "404");
    assert!(answer.contains("There is no such page") && answer.contains("reload.js"));
}

#[test]
fn a_page_that_cannot_be_made_says_why() {
    let answer = Scene::begin(&SITE).get("/broken.html");
    assert_eq!(status(&answer), "500");
    assert!(answer.contains("bad &lt;template&gt;</pre>"));
}

#[test]
fn nothing_outside_the_site_can_be_asked_for() {
    let scene = Scene::begin(&SITE);
    save(&scene.folder.path().join("secret"), "secret");
    for path in
        ["/../secret", "/..%2fsecret", "/%2e%2e/secret", "/tags/../../secret", "/..%5csecret", "//secret", "/%00"]
    {
        let answer = scene.get(path);
        assert_eq!(status(&answer), "404", "{path}");
        assert!(!body(&answer).contains("secret"), "{path}");
    }
    assert_eq!(status(&scene.get("/%zz")), "400");
}

#[test]
fn another_host_gets_nothing() {
    let scene = Scene::begin(&SITE);
    let port = scene.address().rsplit(':').next().unwrap();
    let ask = |host: &str| scene.raw(&format!("GET / HTTP/1.1\r\n{host}Connection: close\r\n\r\n"));
    for host in ["Host: evil.example\r\n".to_owned(), format!("Host: evil.example:{port}\r\n"), String::new()] {
        let answer = ask(&host);
        assert_eq!(status(&answer), "421", "{host}");
        assert!(!answer.contains("home"));
    }
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(status(&ask(&format!("Host: {name}:{port}\r\n"))), "200", "{name}");
    }
}

#[test]
fn both_loopback_addresses_answer() {
    let scene = Scene::begin(&SITE);
    let port: u16 = scene.address().rsplit(':').next().unwrap().parse().unwrap();
    // Not every machine has IPv6.
    if std::net::TcpListener::bind(("::1", 0)).is_ok() {
        let answer =
            exchange(("::1", port), &format!("GET / HTTP/1.1\r\nHost: [::1]:{port}\r\nConnection: close\r\n\r\n"));
        assert_eq!(status(&answer), "200");
    }
}

#[test]
fn only_get_and_head_are_known() {
    let scene = Scene::begin(&SITE);
    let ask = |method: &str| {
        scene.raw(&format!(
            "{method} / HTTP/1.1\r\nHost: {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            scene.address()
        ))
    };
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = ask(method);
        assert_eq!(status(&answer), "405");
        assert!(answer.contains("Allow: GET, HEAD\r\n"));
    }
    let (head, get) = (ask("HEAD"), ask("GET"));
    assert_eq!((status(&head), body(&head)), ("200", ""));
    assert!(head.contains(&format!("Content-Length: {}\r\n", body(&get).len())));
}

#[test]
fn slow_clients_do_not_block_others() {
    let scene = Scene::begin(&SITE);
    let mut streams: Vec<_> = (0..12).map(|_| scene.listen()).collect();
    for stream in &mut streams {
        stream.state();
    }
    let half: Vec<_> = (0..12).map(|_| TcpStream::connect(scene.address()).unwrap()).collect();
    for mut socket in &half {
        socket.write_all(b"GET / HT").unwrap();
    }
    assert_eq!(status(&scene.get("/")), "200");
}

#[test]
fn a_request_that_is_too_long_or_no_request_is_refused() {
    let scene = Scene::begin(&SITE);
    let host = format!("Host: {}\r\n", scene.address());
    for (request, refused) in [
        (format!("GET / HTTP/1.1\r\n{host}X: {}\r\n\r\n", "x".repeat(200_000)), "431"),
        (format!("GET /{} HTTP/1.1\r\n{host}\r\n", "x".repeat(200_000)), "431"),
        (format!("GET / HTTP/1.1\r\n{host}{}\r\n", "A: b\r\n".repeat(20_000)), "431"),
        ("SSH-2.0-x\r\n\r\n".to_owned(), "400"),
        (format!("GET / HTTP/1.1\r\nno colon\r\n{host}\r\n"), "400"),
        (format!("POST / HTTP/1.1\r\n{host}Content-Length: 300000\r\n\r\n{}", "x".repeat(300_000)), "405"),
    ] {
        assert_eq!(status(&scene.raw(&request)), refused, "{}", &request[..20.min(request.len())]);
    }
    assert_eq!(status(&scene.get("/")), "200");
}

#[test]
fn connections_above_the_limit_are_refused_and_others_continue() {
    let scene = Scene::begin(&SITE);
    let mut streams: Vec<_> = (0..64).map(|_| scene.listen()).collect();
    for stream in &mut streams {
        stream.state();
    }
    assert_eq!(status(&scene.get("/__debrief/events")), "503");
    assert_eq!(status(&scene.get("/")), "200", "pages are there beside the streams");
    // Open more in steps, because on a busy machine the first may be given up before the last is counted.
    let mut waiting = Vec::new();
    while status(&scene.get("/")) != "503" {
        assert!(waiting.len() < 1_000, "there is a bound");
        waiting.extend((0..64).map(|_| TcpStream::connect(scene.address()).unwrap()));
    }
    let ended = std::time::Instant::now();
    drop((streams, waiting));
    while status(&scene.get("/")) != "200" {
        assert!(ended.elapsed() < 3 * PATIENCE, "who went away is not counted");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_port_in_use_is_refused_when_asked_for_and_passed_over_when_not() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let begin = |port| {
        let options = Options { port, ..options() };
        start(&options, || Ok(Arc::new(Pages(BTreeMap::new()))), |_| {})
    };
    let error = begin(Port::Exactly(port)).err().unwrap();
    assert_eq!(error.to_string(), format!("port {port} is in use by another program"));
    assert!(error.hint().unwrap().contains("--port"));
    let running = begin(Port::From(port)).ok().unwrap();
    assert!(!running.url().contains(&format!(":{port}/")));
}

#[test]
fn the_port_is_free_again_when_the_preview_is_dropped() {
    let scene = Scene::begin(&SITE);
    let address = scene.address().to_owned();
    let mut stream = scene.listen();
    stream.state();
    drop(scene);
    let began = std::time::Instant::now();
    while std::net::TcpListener::bind(&address).is_err() {
        assert!(began.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn another_address_is_listened_on_where_it_is_asked_for() {
    let options = Options { host: Ipv4Addr::UNSPECIFIED.into(), ..options() };
    let running = start(
        &options,
        || Ok(Arc::new(Pages(SITE.map(|(name, text)| (name.to_owned(), text.to_owned())).into()))),
        |_| {},
    )
    .unwrap();
    let port: u16 = running.url().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
    // A container is reached through a mapped port, and by names that it does not know.
    for (host, wanted) in
        [("localhost:8080", "200"), ("devbox", "200"), ("10.0.0.7:80", "200"), ("evil.example", "421")]
    {
        let answer =
            exchange(("127.0.0.1", port), &format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert_eq!(status(&answer), wanted, "{host}");
    }
}
