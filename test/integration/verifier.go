// Verifies a log over HTTP by the library with which Go verifies its own checksum database: signatures, hashes and proofs are
// checked by code that knows nothing of Istmo. What is written here only fetches and compares.
//
//	verifier URL VERIFIER-KEY TOKEN OLDER-CHECKPOINT-FILE
package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

type served struct{ url, token string }

func (log served) get(path string) []byte {
	request, err := http.NewRequest("GET", log.url+"/audit/log/"+path, nil)
	must(err)
	if strings.HasPrefix(path, "tile/entries/") {
		request.Header.Set("Authorization", "Bearer "+log.token)
	}
	response, err := http.DefaultClient.Do(request)
	must(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(err)
	if response.StatusCode != 200 {
		fail("%s: %s", path, response.Status)
	}
	return body
}

// The library names the height of tiles in their paths; C2SP tlog-tiles has one height only, and leaves it out.
func pathOf(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func (log served) Height() int { return tileHeight }

func (log served) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		all = append(all, log.get(pathOf(tile)))
	}
	return all, nil
}

func (log served) SaveTiles([]tlog.Tile, [][]byte) {}

// The tree that a checkpoint commits to, if the key signed it.
func open(checkpoint []byte, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(checkpoint, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		fail("a checkpoint of %s", lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

func main() {
	log := served{os.Args[1], os.Args[3]}
	verifier, err := note.NewVerifier(os.Args[2])
	must(err)
	tree := open(log.get("checkpoint"), verifier)
	hashes := tlog.TileHashReader(tree, log)
	for first := int64(0); first < tree.N; first += 1 << tileHeight {
		width := 1 << tileHeight
		if left := tree.N - first; left < int64(width) {
			width = int(left)
		}
		leaves := tlog.Tile{H: tileHeight, L: 0, N: first >> tileHeight, W: width}
		bundle := log.get(strings.Replace(pathOf(leaves), "tile/0/", "tile/entries/", 1))
		for number := first; number < first+int64(width); number++ {
			length := int(binary.BigEndian.Uint16(bundle))
			entry := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			proof, err := tlog.ProveRecord(tree.N, number, hashes)
			must(err)
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, number, tlog.RecordHash(entry)); err != nil {
				fail("entry %d: %v", number, err)
			}
		}
	}
	kept, err := os.ReadFile(os.Args[4])
	must(err)
	older := open(kept, verifier)
	proof, err := tlog.ProveTree(tree.N, older.N, hashes)
	must(err)
	must(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
	fmt.Printf("OK %d entries, of which %d were in the older tree\n", tree.N, older.N)
}

func must(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
	os.Exit(1)
}
