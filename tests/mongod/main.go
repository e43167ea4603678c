// A server that speaks MongoDB's protocol, for the tests of the MongoDB adapter: FerretDB with SQLite files in the folder given, behind a door that
// lets one command in at a time. MongoDB changes a document in one step; FerretDB reads and writes in two, and only the door makes that one.
// It runs until its standard input ends or it is told to stop.
package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

// Reads one message of the wire protocol: its length, little-endian, counts itself.
func message(from io.Reader) ([]byte, error) {
	head := make([]byte, 4)
	if _, err := io.ReadFull(from, head); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(head)
	if length < 16 || length > 64<<20 {
		return nil, fmt.Errorf("a message of %d bytes", length)
	}
	whole := make([]byte, length)
	copy(whole, head)
	_, err := io.ReadFull(from, whole[4:])
	return whole, err
}

var door sync.Mutex

// One command and its reply.
func exchange(server net.Conn, command []byte) ([]byte, error) {
	door.Lock()
	defer door.Unlock()
	if _, err := server.Write(command); err != nil {
		return nil, err
	}
	return message(server)
}

func serve(client net.Conn, socket string) {
	defer client.Close()
	server, err := net.Dial("unix", socket)
	if err != nil {
		return
	}
	defer server.Close()
	for {
		command, err := message(client)
		if err != nil {
			return
		}
		reply, err := exchange(server, command)
		if err != nil {
			return
		}
		if _, err := client.Write(reply); err != nil {
			return
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: mongod <folder> <address>"))
	}
	folder, address := os.Args[1], os.Args[2]
	socket := filepath.Join(folder, "inside.sock")
	database, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{Unix: socket},
		Handler:   "sqlite",
		SQLiteURL: "file:" + folder + "/",
	})
	if err != nil {
		fail(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	outside, err := net.Listen("tcp", address)
	if err != nil {
		fail(err)
	}
	go func() {
		for {
			client, err := outside.Accept()
			if err != nil {
				return
			}
			go serve(client, socket)
		}
	}()
	if err := database.Run(ctx); err != nil {
		fail(err)
	}
}
